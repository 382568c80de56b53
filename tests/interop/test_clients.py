"""Other people's clients, as they are, run on the sandbox: each in its own environment, by a script that lists its uses."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cartesia_sandbox import Sandbox

pytestmark = pytest.mark.interop

ROOT = Path(__file__).parents[2]
CLIENTS = Path(__file__).parent / "clients"


@pytest.fixture(scope="module")
def urls() -> Iterator[list[str]]:
    with Sandbox(api_keys=["good"]) as own, Sandbox(api_keys=["good"], plan="free") as free:
        yield [own.url, free.url]


@pytest.mark.parametrize(
    ("group", "script"),
    [("interop", "official_4"), ("interop-2", "official_2"), ("interop-1", "official_1")],
)
def test_all_uses_work(urls: list[str], group: str, script: str) -> None:
    python = ROOT / ".venv-interop" / group / "bin" / "python"
    if not python.exists():
        pytest.skip(f"scripts/interop makes the environment of {group}")
    done = subprocess.run(
        [python, CLIENTS / f"{script}.py", *urls], capture_output=True, text=True, timeout=180, check=False
    )
    sys.stdout.write(done.stdout)
    failed = [line.strip() for line in done.stdout.splitlines() if " -> " in line and not line.endswith(" -> ok")]
    assert (failed, done.returncode) == ([], 0), done.stderr[-4000:]
    assert "uses work" in done.stdout
