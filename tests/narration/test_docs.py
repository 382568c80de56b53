"""The programs of docs/narration.md run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cartesia_sandbox import Sandbox

PAGE = Path(__file__).parents[2] / "docs" / "narration.md"
PROGRAMS = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("program", PROGRAMS, ids=range(len(PROGRAMS)))
def test_program(
    program: str,
    sandbox: Sandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    sandbox.reset()
    monkeypatch.setenv("CARTESIA_API_KEY", "any")
    monkeypatch.setenv("CARTESIA_BASE_URL", sandbox.url)
    monkeypatch.chdir(tmp_path)
    exec(compile(program, str(PAGE), "exec"), {"__name__": "__main__"})
    assert "run me again" not in capsys.readouterr().out
