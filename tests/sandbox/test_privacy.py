"""Nothing leaves this machine: what a sandbox looks up, connects to and writes, as Python and as the system see it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

USE = """
import io, json, os, socket, sys

seen = []
WATCHED = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.connect", "socket.sendto", "socket.bind",
           "os.mkdir", "os.rename", "os.link", "os.symlink")

def watch(event, arguments):
    if event in WATCHED:
        seen.append([event, repr([each for each in arguments if not isinstance(each, socket.socket)])])
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        seen.append([event, repr(arguments[0])])
    elif event == "import" and arguments[0].startswith("onnxruntime") and dict(os.environ) != before:
        seen.append([event, "os.environ was changed: another thread may be going through it"])

before = dict(os.environ)
sys.addaudithook(watch)

import httpx, numpy, soundfile
from cartesia_sandbox import Sandbox
from websockets.sync.client import connect

KEYED = {"Cartesia-Version": "2026-08-14", "X-API-Key": "any"}
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
BODY = {"model_id": "sonic-3.5", "transcript": "Hello there.", "voice": KATIE, "output_format": RAW}
noise = io.BytesIO()
soundfile.write(noise, numpy.random.default_rng(0).normal(0, 0.1, 16000), 16000, format="WAV")
with Sandbox() as sandbox, httpx.Client(base_url=sandbox.url, headers=KEYED, trust_env=False, timeout=60) as http:
    assert http.post("/tts/sse", json=BODY).status_code == 200
    audio = http.post("/tts/bytes", json={**BODY, "output_format": {**RAW, "container": "wav"}}).content
    for file in (audio, noise.getvalue()):
        assert http.post("/stt", data={"model": "ink-whisper"}, files={"file": file}).status_code == 200
    with connect(sandbox.url.replace("http", "ws") + "/tts/websocket", additional_headers=KEYED, proxy=None) as socket:
        socket.send(json.dumps({**BODY, "context_id": "a"}))
        while not json.loads(socket.recv())["done"]:
            pass
    assert http.get(sandbox.page).status_code == 200
    sandbox.engine.load()
assert dict(os.environ) == before, "the environment of the caller was changed"
json.dump(seen, sys.stdout)
"""
OUR_OWN = re.compile(r"127\.0\.0\.1|::1|localhost")


def environment(home: Path) -> dict[str, str]:
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_", "HIBARI_"))}
    return kept | {"HOME": str(home), "TMPDIR": str(home.parent), "PYTHONDONTWRITEBYTECODE": "1"}


def test_python_sees_no_name_look_up_no_foreign_address_and_no_file(tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = subprocess.run(
        [sys.executable, "-c", USE], env=environment(home), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    seen = [
        (event, what) for event, what in json.loads(done.stdout) if not OUR_OWN.search(what) and "/dev/null" not in what
    ]
    assert seen == []
    assert [*home.rglob("*")] == []


def test_the_system_sees_no_name_look_up_no_foreign_address_and_no_file(tmp_path: Path) -> None:
    """Libraries below Python, such as the speech runtime with its telemetry, pass no audit hook."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed (Debian: strace)")
    home, log = tmp_path / "home", tmp_path / "log"
    calls = "trace=connect,sendto,sendmsg,sendmmsg,open,openat,mkdir,mkdirat,rename,renameat2,link,unlink"
    command = [strace, "-f", "-e", calls, "-o", str(log), sys.executable, "-c", USE]
    done = subprocess.run(command, env=environment(home), capture_output=True, text=True, timeout=240)
    if "ptrace" in done.stderr:
        pytest.skip(f"strace may not trace here: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    text = log.read_text(errors="replace")
    assert "connect(" in text
    families = re.compile(r"sa_family=AF_(?:INET6?|UNIX)")
    foreign = [line for line in text.splitlines() if families.search(line) and not OUR_OWN.search(line)]
    assert foreign == []
    # A name is looked up with the addresses in these files.
    assert [line for line in text.splitlines() if "resolv.conf" in line or "nscd" in line] == []
    changes = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|\b(mkdir|rename|link|unlink)")
    written = [line for line in text.splitlines() if changes.search(line) and "/dev/null" not in line]
    assert written == []
    assert [*home.rglob("*")] == []
