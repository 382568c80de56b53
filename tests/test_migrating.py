"""The programs of docs/migrating.md: those of the official library with their imports changed, and those of today.

test_readme.py checks the types of the latter.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from cartesia_sandbox import Sandbox
from cartesia_tools.port.imports import COMPAT, MODERN, import_edits, with_edits

PAGE = (Path(__file__).parents[1] / "docs" / "migrating.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)
OLD = [code for language, code in BLOCKS if language == "py"]
NEW = [code for language, code in BLOCKS if language == "python"]


def run(program: str, folder: Path, url: str, *options: str) -> subprocess.CompletedProcess[str]:
    environment = {"CARTESIA_API_KEY": "any", "CARTESIA_BASE_URL": url, "PATH": ""}
    return subprocess.run(
        [sys.executable, *options, "-c", program],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("program", OLD, ids=lambda program: program.split("\n")[0].removeprefix("# "))
def test_programs_of_the_official_library_run_with_their_imports_changed(
    program: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    package = COMPAT if program[2] in "12" else MODERN
    done = run(with_edits(program, import_edits(program, package)), tmp_path, sandbox.url, "-W", "ignore")
    told = re.search(r"# here: raises (\w+)$", program, re.MULTILINE)
    if told is None:
        assert (done.returncode, done.stderr) == (0, "")
    else:
        assert done.stderr.splitlines()[-1].split(":")[0].rpartition(".")[2] == told[1]
        line = program[: told.start()].count("\n") + 1
        assert f'File "<string>", line {line}' in done.stderr


@pytest.mark.parametrize("program", NEW)
def test_programs_of_today_run(program: str, sandbox: Sandbox, tmp_path: Path) -> None:
    done = run(program, tmp_path, sandbox.url, "-W", "error::DeprecationWarning")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_each_old_way_has_its_new_one() -> None:
    kinds = [language for language, _ in BLOCKS if language != "sh"]
    assert len(OLD) == len(NEW) + 1  # the first one runs as it is
    assert kinds == ["py", *["py", "python"] * len(NEW)]
