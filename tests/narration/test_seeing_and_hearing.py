"""Speech to look at and to hear."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cartesia_client import AsyncCartesia, ConfigurationError, InvalidRequestError, Speech, Word, formats
from cartesia_client.narration.sample_buffer import SampleBuffer
from cartesia_io.audio import playing
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.audio.g711 import as_s16
from cartesia_sandbox import Sandbox

NASTY = '<script>alert("x")</script>&\x00\u0007'


def speech(words: list[Word] | None = None, encoding: str = "pcm_s16le") -> Speech:
    return Speech(SampleBuffer(b"\x00\x40" * 8000), AudioFormat("wav", encoding, 8000), encoding, words or [], [])


def test_the_picture_is_a_picture_whatever_the_words_are(tmp_path: Path) -> None:
    made = speech([Word(NASTY, 0.0, 0.5), Word("\u05e9\u05dc\u05d5\u05dd", 0.6, 0.9)])
    root = ElementTree.fromstring(made.plot(tmp_path / "chapter.svg"))
    assert (tmp_path / "chapter.svg").read_text(encoding="utf-8") == made.plot()
    texts = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[0] == '<script>alert("x")</script>&'
    with pytest.raises(InvalidRequestError, match=r"chapter\.svg"):
        made.plot(tmp_path / "chapter.png")


def test_a_notebook_shows_a_player_and_no_markup_of_the_text() -> None:
    page = speech([Word(NASTY, 0.0, 0.5)])._repr_html_()
    assert "<audio controls" in page
    assert "<script" not in page


class Played:
    """Stands in for a device: it takes 100 samples at a time, in a thread of its own."""

    def __init__(self) -> None:
        self.samples = b""

    @contextmanager
    def device(self, feed: playing.Feed, sample_rate: int) -> Generator[None, None, None]:
        def run() -> None:
            while not feed.is_played.is_set():
                self.samples += feed.take(100)

        thread = threading.Thread(target=run)
        thread.start()
        yield
        thread.join()


def test_all_of_it_is_played(monkeypatch: pytest.MonkeyPatch) -> None:
    played = Played()
    monkeypatch.setattr(playing, "loudspeaker", played.device)
    speech().play()
    assert played.samples.replace(b"\0\0", b"") == b"\x00\x40" * 8000
    speech().audio.play()
    assert played.samples.replace(b"\0\0", b"") == b"\x00\x40" * 16000


def heard(samples: bytes) -> bytes:
    """Return the samples that are no silence: a device that waits for more plays zeros."""
    return array("h", (each for each in array("h", samples) if each)).tobytes()


async def test_the_async_client_plays_and_draws_the_same(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    played = Played()
    monkeypatch.setattr(playing, "loudspeaker", played.device)
    async with AsyncCartesia(api_key="any", base_url=sandbox.url) as client:
        made = await client.speak_stream("Good day.", output_format=formats.STT).play()
        spoken_once = heard(made._samples.read(0, len(made._samples)))
        is_whole = heard(played.samples) == spoken_once
        assert is_whole  # not compared in the assertion, whose report of so many bytes takes a minute
        spoken = await client.speak("Good day.", output_format=formats.STT)
    await spoken.play()
    await spoken.audio.play()
    assert heard(played.samples).count(spoken_once[4000:8000]) == 3
    root = ElementTree.fromstring(spoken.plot())
    assert {"Good", "day."} <= {each.text for each in root.iter("{http://www.w3.org/2000/svg}text")}


def test_a_machine_without_a_device_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Library:
        class SampleFormat:
            SIGNED16 = 2

        class MiniaudioError(Exception):
            pass

        @classmethod
        def PlaybackDevice(cls, *given: object, **options: object) -> None:
            raise cls.MiniaudioError("failed to init device")

    monkeypatch.setattr(playing, "_miniaudio", lambda: Library)
    with pytest.raises(ConfigurationError, match=r"no device to play on \(failed to init device\); save"):
        speech().play()


@pytest.mark.parametrize(("encoding", "loud", "silence"), [("pcm_mulaw", 0x80, 0xFF), ("pcm_alaw", 0xAA, 0xD5)])
def test_the_encodings_of_telephony_are_read(encoding: str, loud: int, silence: int) -> None:
    levels = as_s16(bytes([loud, silence]), encoding)
    high, low = (int.from_bytes(levels[place : place + 2], "little", signed=True) for place in (0, 2))
    assert high > 32000
    assert abs(low) <= 8
