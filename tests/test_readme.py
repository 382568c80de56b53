"""Every fenced example of the README runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from cartesia_sandbox import Sandbox

PROJECT = Path(__file__).parents[1]
EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```$", (PROJECT / "README.md").read_text(), flags=re.DOTALL | re.MULTILINE)
PROGRAMS = [code for language, code in EXAMPLES if language == "python"]
# What runs each line of the shell examples.
COMMANDS = {
    './scripts/say "Hello from Sonic."': "tests/test_cli.py",
    "./scripts/test": "this run",
    "pip install cartesia-client": "tests/test_packaging.py",
    'pip install "cartesia-client[sandbox]"': "tests/test_packaging.py",
    "cartesia-client changes 2026-03-01 2026-08-14": "tests/contracts/test_versions.py",
    "cartesia-client changes 2026-03-01 2026-08-14 --used-by src": "tests/contracts/test_versions.py",
    "cartesia-client contract": "tests/contracts/test_live.py",
    "cartesia-client contract --live": "tests/contracts/test_live.py",
    "cartesia-client contract --live --spend 600": "tests/contracts/test_live.py",
    "cartesia-client drift traffic.jsonl": "tests/contracts/test_drift.py",
}


@pytest.mark.parametrize("program", PROGRAMS, ids=range(len(PROGRAMS)))
def test_program(program: str, sandbox: Sandbox, tmp_path: Path) -> None:
    environment = {"CARTESIA_API_KEY": "any", "CARTESIA_BASE_URL": sandbox.url, "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_every_example_is_a_program_or_a_known_command() -> None:
    assert {language for language, _ in EXAMPLES} == {"python", "sh"}
    lines = {line for language, code in EXAMPLES if language == "sh" for line in code.splitlines()}
    assert lines == set(COMMANDS)


def test_every_local_link_leads_somewhere() -> None:
    for page in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", (PROJECT / page).read_text()):
            assert (PROJECT / target).exists(), f"{page}: {target}"
