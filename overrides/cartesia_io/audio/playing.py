"""Playing audio on this machine, also while it arrives. It needs `miniaudio`, whose wheels hold all they need."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable, Generator, Iterable
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from cartesia_api.arguments import ConfigurationError

from . import wav
from .g711 import as_s16

_POLL = 0.1
"""Seconds after which a thread that waits for the end looks for an interrupt."""
_TAIL = 0.25
"""Seconds that the device holds back; so much silence follows, so that all is heard."""

# The device asks for samples in a thread of its own, which must never wait: what has not arrived yet is silence.


class Feed:
    """Samples that wait to be played, as 16-bit numbers of one channel."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._lock = threading.Lock()
        self._ended = False
        self.is_played = threading.Event()
        """Set when all has been played."""

    def put(self, samples: bytes) -> None:
        """Add samples."""
        with self._lock:
            self._waiting += samples

    def end(self, sample_rate: int) -> None:
        """Let nothing follow."""
        self.put(bytes(2 * int(_TAIL * sample_rate)))
        self._ended = True

    def take(self, count: int) -> bytes:
        """Return this many samples, filled up with silence."""
        with self._lock:
            taken = bytes(self._waiting[: 2 * count])
            del self._waiting[: 2 * count]
            if self._ended and not self._waiting:
                self.is_played.set()
        return taken + bytes(2 * count - len(taken))


Device = Callable[[Feed, int], AbstractContextManager[object]]
"""Plays what is in a feed, at a sample rate, within a block."""


@contextmanager
def loudspeaker(feed: Feed, sample_rate: int) -> Generator[None, None, None]:
    """Play a feed on the default device.

    Raises:
        ConfigurationError: There is no device, or miniaudio is not installed.
    """
    library = _miniaudio()
    try:
        device = library.PlaybackDevice(library.SampleFormat.SIGNED16, nchannels=1, sample_rate=sample_rate)
    except library.MiniaudioError as error:
        why = str(error)
    else:
        with device:
            source = _source(feed)
            next(source)
            device.start(source)
            yield
        return
    raise ConfigurationError(f"this machine has no device to play on ({why}); save() the audio instead")


def _source(feed: Feed) -> Generator[bytes, int, None]:
    """Yield as many samples as the device asks for."""
    count = yield b""
    while True:
        count = yield feed.take(count)


def _miniaudio() -> Any:
    try:
        import miniaudio  # pyright: ignore[reportMissingImports]
    except (ImportError, OSError) as error:
        raise ConfigurationError(
            f'playing needs `pip install "cartesia-client[play]"`, or save() the audio ({error})'
        ) from error
    return miniaudio


def play(blocks: Iterable[bytes], encoding: str, sample_rate: int, device: Device | None = None) -> None:
    """Play samples of one channel, and return when all has been heard.

    Raises:
        ConfigurationError: There is no device, or miniaudio is not installed.
    """
    feed = Feed()
    with (device or loudspeaker)(feed, sample_rate):
        for block in blocks:
            feed.put(as_s16(block, encoding))
        feed.end(sample_rate)
        while not feed.is_played.wait(_POLL):
            pass


async def aplay(blocks: AsyncIterator[bytes], encoding: str, sample_rate: int, device: Device | None = None) -> None:
    """Play samples of one channel, and return when all has been heard. Other tasks go on meanwhile."""
    import asyncio

    feed = Feed()
    with (device or loudspeaker)(feed, sample_rate):
        async for block in blocks:
            feed.put(as_s16(block, encoding))
        feed.end(sample_rate)
        while not feed.is_played.is_set():
            await asyncio.sleep(_POLL)


def play_file(data: bytes, container: str, encoding: str | None, sample_rate: int | None) -> None:
    """Play the bytes of a file: WAV of one channel, MP3 or bare samples."""
    if container == "mp3":
        library = _miniaudio()
        decoded = library.decode(data, nchannels=1, sample_rate=sample_rate or 44100)
        play([bytes(decoded.samples)], "pcm_s16le", decoded.sample_rate)
        return
    header = wav.parse(data)
    samples = data[header.data_start :] if header is not None else data
    play([samples], encoding or "pcm_s16le", sample_rate or 44100)
