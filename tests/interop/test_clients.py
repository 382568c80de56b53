"""Other people's clients, as they are, run on the sandbox: each in its own environment, by a script that lists its uses."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import trustme
from cartesia_sandbox import Sandbox

pytestmark = pytest.mark.interop

HOMES = Path(__file__).parents[2] / ".venv-interop"
CLIENTS = Path(__file__).parent / "clients"


@pytest.fixture(scope="module")
def urls() -> Iterator[list[str]]:
    with Sandbox(api_keys=["good"]) as own, Sandbox(api_keys=["good"], plan="free") as free:
        yield [own.url, free.url]


@pytest.mark.parametrize(
    ("group", "script"),
    [
        ("interop", "official_4"),
        ("interop-2", "official_2"),
        ("interop-1", "official_1"),
        ("interop-livekit", "livekit_plugin"),
        ("interop-pipecat", "pipecat_services"),
    ],
)
def test_all_uses_work(urls: list[str], group: str, script: str) -> None:
    python = HOMES / group / "bin" / "python"
    if not python.exists():
        pytest.skip(f"scripts/interop makes the environment of {group}, of the large ones with the argument all")
    check([python, CLIENTS / f"{script}.py", *urls])


def test_all_uses_of_javascript_work(tmp_path: Path) -> None:
    """Its speaking socket wants TLS, always."""
    node, modules = shutil.which("node"), HOMES / "javascript" / "node_modules"
    if node is None or not modules.exists():
        pytest.skip("scripts/interop makes the environment of the JavaScript library, where npm is on PATH")
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    files = [tmp_path / name for name in ("authority.pem", "certificate.pem", "key.pem")]
    authority.cert_pem.write_to_path(str(files[0]))
    issued.cert_chain_pems[0].write_to_path(str(files[1]))
    issued.private_key_pem.write_to_path(str(files[2]))
    with Sandbox(api_keys=["good"], certificate=(files[1], files[2])) as own:
        assert own.url.startswith("https://")
        check([node, CLIENTS / "javascript.cjs", own.url], NODE_EXTRA_CA_CERTS=str(files[0]), NODE_PATH=str(modules))


def check(command: Sequence[str | Path], **environment: str) -> None:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=180, check=False, env={**os.environ, **environment}
    )
    sys.stdout.write(done.stdout)
    found = dict(re.findall(r"^  (.+?) -> (.*)$", done.stdout, re.MULTILINE))
    assert [name for name, result in found.items() if result != "ok"] == [], done.stderr[-4000:]
    assert found
    assert re.search(rf"^{len(found)} of {len(found)} uses work$", done.stdout, re.MULTILINE)
