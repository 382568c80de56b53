"""The commands as processes: files, output and exit codes."""

from __future__ import annotations

import io
import math
import os
import pty
import struct
import subprocess
import sys
import wave
from pathlib import Path
from typing import Protocol

import httpx
import pytest
from cartesia_tools.cli import main

PROJECT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("cartesia-client")


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [str(COMMAND), *arguments],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], **environment},
        input=b"",
        capture_output=True,
        check=False,
    )


class Call(Protocol):
    def __call__(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]: ...


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Return what runs a command as `run` does, but in this process, which saves a second."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))

    def called(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            try:
                code = main(arguments)
            except SystemExit as error:
                code = int(error.code or 0)
        return subprocess.CompletedProcess(arguments, code, *capfdbinary.readouterr())

    return called


def level(samples: bytes) -> float:
    values = struct.unpack(f"<{len(samples) // 2}h", samples)
    return math.sqrt(sum(value * value for value in values) / len(values)) / 32768


def test_say_writes_audible_speech(tmp_path: Path) -> None:
    done = subprocess.run(
        [str(PROJECT / "scripts" / "say"), "Hello from Sonic."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    with wave.open(str(tmp_path / "sonic.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (44100, 1, 2)
        seconds = file.getnframes() / 44100
        assert seconds > 0.5
        assert level(file.readframes(file.getnframes())) > 0.01
    assert f"sonic.wav: {seconds:.2f} s, wav pcm_s16le 44100 Hz, voice Katie (f786b574" in done.stdout
    assert done.stdout.rstrip().endswith("sandbox")
    assert os.listdir(tmp_path) == ["sonic.wav"]


def test_say_twice_replaces_the_file(call: Call, tmp_path: Path) -> None:
    assert call("say", "A rather long sentence to begin with, for sure.").returncode == 0
    long = (tmp_path / "sonic.wav").stat().st_size
    assert call("say", "Short.").returncode == 0
    assert (tmp_path / "sonic.wav").stat().st_size < long


def test_say_mp3_by_extension_and_option(call: Call, tmp_path: Path) -> None:
    done = call("say", "Hello.", "--format", "mp3", "-o", "x.mp3")
    assert done.returncode == 0
    assert (tmp_path / "x.mp3").read_bytes()[:2] in (b"\xff\xfb", b"\xff\xf3", b"ID")
    assert b"mp3 128 kbit/s 44100 Hz" in done.stdout
    assert call("say", "Hello.", "-o", "y.mp3").returncode == 0
    assert (tmp_path / "y.mp3").read_bytes()[:1] == b"\xff"


def test_say_raw_to_standard_output(tmp_path: Path) -> None:
    done = run("say", "Hello.", "--format", "raw", "-o", "-", cwd=tmp_path)
    assert done.returncode == 0
    assert level(done.stdout) > 0.01
    assert b"standard output: " in done.stderr
    assert os.listdir(tmp_path) == []


def test_audio_is_never_written_to_a_terminal(tmp_path: Path) -> None:
    parent, child = pty.openpty()
    try:
        done = subprocess.run(
            [str(COMMAND), "say", "Hello.", "-o", "-"], cwd=tmp_path, stdout=child, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(child)
        os.close(parent)
    assert done.returncode == 2
    assert b"not written to a terminal" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["say", ""], 2, "there is nothing to speak"),
        (["say"], 2, "there is nothing to speak"),
        (["say", "..."], 2, "there is nothing to speak"),
        (["say", "Hello.", "-v", "00000000-0000-4000-8000-000000000000"], 1, "404 voice_not_found"),
        (["say", "Hello.", "-v", "No Such Voice"], 2, "there is no voice called 'No Such Voice'"),
        (["say", "Hello.", "-o", "x.mp3", "--format", "wav"], 2, "choose another extension"),
        (["say", "Hello.", "-o", "nowhere/x.wav"], 2, "there is no folder nowhere"),
        (["say", "Hello.", "--sample-rate", "1"], 2, "--sample-rate"),
        (["say", "--live", "Hello."], 2, "CARTESIA_API_KEY"),
    ],
)
def test_a_mistake_is_one_clear_line_and_no_file(
    arguments: list[str], code: int, sentence: str, call: Call, tmp_path: Path
) -> None:
    done = call(*arguments)
    text = done.stderr.decode()
    assert done.returncode == code, text
    assert sentence in text
    assert len(text.splitlines()) == 1
    assert done.stdout == b""
    assert os.listdir(tmp_path) == []


def test_without_live_the_environment_cannot_turn_the_sandbox_into_the_service(call: Call) -> None:
    done = call("say", "Hello.", CARTESIA_BASE_URL="https://127.0.0.1:9", CARTESIA_API_KEY="sk_car_x")
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith(b"sandbox")


def test_with_live_the_sandbox_is_not_used(tmp_path: Path) -> None:
    done = run(
        "say", "--live", "Hi.", cwd=tmp_path, CARTESIA_BASE_URL="http://127.0.0.1:9", CARTESIA_API_KEY="sk_car_x"
    )
    assert done.returncode == 1
    assert b"sk_car_x" not in done.stderr
    assert os.listdir(tmp_path) == []


def test_voices_are_listed_and_found_by_name(call: Call) -> None:
    listing = call("say", "--list-voices").stdout.decode()
    assert "f786b574-daa5-4673-aa0c-cbe3e8534c02  en     Katie" in listing
    done = call("say", "Hello.", "-v", "jameson")
    assert b"voice Jameson (a5136bf9" in done.stdout


def test_sandbox_prints_its_address_first_and_ends_on_terminate() -> None:
    with subprocess.Popen(
        [str(COMMAND), "sandbox", "--port", "0", "--plan", "free", "--realtime"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().decode().strip()
        assert httpx.get(f"{url}/", trust_env=False).json()["ok"] is True
        process.terminate()
        assert process.wait(timeout=5) == 0


def test_sandbox_stays_on_this_machine_without_allow_remote(call: Call) -> None:
    done = call("sandbox", "--host", "0.0.0.0")
    assert done.returncode == 2
    assert b"allow" in done.stderr
    assert done.stdout == b""


def test_sandbox_knows_the_plans(call: Call) -> None:
    done = call("sandbox", "--plan", "gold")
    assert done.returncode == 2
    assert b"free" in done.stderr
