"""The programs of docs/scale.md run on the local engines of Ray Data and Dask, within one limit for all of their workers."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from cartesia_sandbox import Sandbox

PROJECT = Path(__file__).parents[2]
PYTHON = PROJECT / ".venv-scale" / "bin" / "python"
PAGE = PROJECT / "docs" / "scale.md"
PROGRAMS = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.slow
@pytest.mark.skipif(not PYTHON.exists(), reason="the engines are not installed; run scripts/scale")
@pytest.mark.parametrize("program", PROGRAMS, ids=["ray", "dask"])
def test_program(program: str, tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text(program, encoding="utf-8")
    with Sandbox(plan="free") as sandbox:
        environment = {**os.environ, "CARTESIA_API_KEY": "any", "CARTESIA_BASE_URL": sandbox.url}
        ran = subprocess.run(
            [PYTHON, path], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        assert ran.returncode == 0, ran.stderr
        requests = sandbox.journal.requests("tts.generate_sse")
    assert sorted(request.body["transcript"] for request in requests) == sorted(
        f"This is line {number}." for number in range(12)
    )
    assert {request.status for request in requests} == {200}
