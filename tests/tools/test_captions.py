"""`cartesia-client captions`: live text of a file, of standard input and of a microphone."""

from __future__ import annotations

import io
import json
import signal
import sys
import types
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from cartesia_client import Cartesia
from cartesia_sandbox import Sandbox
from cartesia_tools.cli import main

TEXT = "I would like to book a table for two."


@pytest.fixture(scope="module")
def samples(sandbox: Sandbox) -> bytes:
    """Return a sentence: 16 bits, 16 kHz."""
    with Cartesia(api_key="any", base_url=sandbox.url) as client:
        return client.tts.generate(
            model_id="sonic-3.5",
            transcript=TEXT,
            voice="f786b574-daa5-4673-aa0c-cbe3e8534c02",
            output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000},
        ).data


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)


def captions(sandbox: Sandbox, *arguments: str) -> int:
    return main(["captions", "--base-url", sandbox.url, *arguments])


def test_a_file_becomes_lines(sandbox: Sandbox, samples: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    import wave

    with wave.open("talk.wav", "wb") as file:
        file.setparams((1, 2, 16000, 0, "NONE", ""))
        file.writeframes(samples)
    assert captions(sandbox, "talk.wav") == 0
    assert capsys.readouterr().out == f"{TEXT}\n"
    Path("talk.raw").write_bytes(samples)
    assert captions(sandbox, "talk.raw", "--json") == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {event["type"] for event in events} >= {"turn.start", "turn.update", "turn.end"}


def test_standard_input_becomes_lines(
    sandbox: Sandbox, samples: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(samples)))
    assert captions(sandbox, "-") == 0
    assert capsys.readouterr().out == f"{TEXT}\n"


def test_on_a_terminal_the_line_changes_while_it_is_spoken(
    sandbox: Sandbox, samples: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdout", terminal := Terminal())
    Path("talk.raw").write_bytes(samples)
    assert captions(sandbox, "talk.raw") == 0
    lines = terminal.getvalue().split("\r\x1b[K")
    assert len(lines) > 2
    assert lines[-1] == f"{TEXT}\n"


def test_a_microphone_is_read_until_it_is_interrupted(
    sandbox: Sandbox, samples: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Device:
        def __init__(self, **options: Any) -> None:
            assert options == {"input_format": "s16", "nchannels": 1, "sample_rate": 16000}

        def start(self, into: Generator[None, bytes, None]) -> None:
            sound = samples + bytes(64000)
            for place in range(0, len(sound), 3200):
                into.send(sound[place : place + 3200])
            signal.raise_signal(signal.SIGINT)

        def __enter__(self) -> None:
            pass

        def __exit__(self, *_: object) -> None:
            pass

    audio = types.ModuleType("miniaudio")
    audio.CaptureDevice = Device  # type: ignore[attr-defined]
    audio.SampleFormat = types.SimpleNamespace(SIGNED16="s16")  # type: ignore[attr-defined]
    audio.MiniaudioError = RuntimeError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "miniaudio", audio)
    assert captions(sandbox) == 0
    assert capsys.readouterr().out == f"{TEXT}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["missing.wav"], "there is no file missing.wav"),
        ([], "pip install 'cartesia-client[play]'"),
        (["talk.mp3"], "the audio is MP3"),
    ],
)
def test_what_cannot_be_heard_is_said_in_one_line(
    arguments: list[str],
    sentence: str,
    sandbox: Sandbox,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    Path("talk.mp3").write_bytes(b"ID3\x04" + bytes(4000))
    assert captions(sandbox, *arguments) == 2
    shown = capsys.readouterr().err
    assert sentence in shown
    assert len(shown.splitlines()) == 1
