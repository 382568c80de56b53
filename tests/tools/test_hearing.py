"""`--play` and `--max-characters`: what is heard, and what is not bought."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cartesia_client.errors import ConfigurationError
from cartesia_io.audio import playing
from cartesia_sandbox import Sandbox
from cartesia_tools.cli import main


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    sandbox.reset()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> bytearray:
    """Return what a device plays."""
    heard = bytearray()

    @contextmanager
    def device(feed: playing.Feed, sample_rate: int) -> Iterator[None]:
        def run() -> None:
            while not feed.is_played.wait(0.001):
                heard.extend(feed.take(sample_rate))

        thread = threading.Thread(target=run)
        thread.start()
        yield
        thread.join()

    monkeypatch.setattr(playing, "loudspeaker", device)
    return heard


def run(sandbox: Sandbox, *arguments: str) -> int:
    return main(["--base-url", sandbox.url, *arguments])


def test_speech_is_played_and_written_only_where_it_is_asked_for(
    sandbox: Sandbox, heard: bytearray, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(sandbox, "say", "--play", "Hello.") == 0
    assert any(heard)
    assert list(Path().glob("*.*")) == []
    assert capsys.readouterr().err.startswith("played: ")
    heard.clear()
    assert run(sandbox, "-q", "say", "--play", "-o", "x.wav", "Hello.") == 0
    assert any(heard)
    assert Path("x.wav").read_bytes()[:4] == b"RIFF"
    assert len(sandbox.journal.requests(operation="tts.*")) == 2


def test_a_voice_is_heard(sandbox: Sandbox, heard: bytearray, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sandbox, "voices", "Katie", "--limit", "1", "--play") == 0
    assert any(heard)
    assert sandbox.journal.only("tts.*").body["transcript"] == "Hello, I am Katie. This is how I sound."
    sandbox.reset()
    assert run(sandbox, "voices", "--play") == 2
    assert "would all be billed" in capsys.readouterr().err
    assert len(sandbox.journal.requests(operation="tts.*")) == 0


def test_nothing_is_bought_that_cannot_be_heard(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @contextmanager
    def device(feed: object, sample_rate: int) -> Iterator[None]:
        raise ConfigurationError("this machine has no device to play on")
        yield

    monkeypatch.setattr(playing, "loudspeaker", device)
    assert run(sandbox, "say", "--play", "Hello.") == 2
    assert "no device to play on" in capsys.readouterr().err
    assert run(sandbox, "say", "--play", "-o", "-", "Hello.") == 2
    assert len(sandbox.journal.requests(operation="tts.*")) == 0


def test_what_would_pass_the_budget_is_not_bought(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sandbox, "say", "--max-characters", "5", "Hello you.") == 2
    assert "max_characters" in capsys.readouterr().err
    assert len(sandbox.journal.requests(operation="tts.*")) == 0
    assert run(sandbox, "say", "--max-characters", "10", "Hello you.") == 0
