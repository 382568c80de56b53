"""The microphone of this machine, as an iterable of samples. It needs the package miniaudio."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Generator, Iterator
from importlib import import_module
from queue import SimpleQueue

from ..errors import UsageError

RATE = 16000
"""Samples per second, of 16 bits."""


def recorded() -> Iterator[bytes]:
    """Yield samples while they are recorded, until Ctrl-C. A second one interrupts the program.

    Raises:
        UsageError: There is no microphone, or what reads it is not installed.
    """
    try:
        audio = import_module("miniaudio")
    except (ImportError, OSError) as error:
        raise UsageError(
            f"a microphone needs `pip install 'cartesia-client[play]'`; or name a file, or pipe samples into - ({error})"
        ) from error
    pieces: SimpleQueue[bytes | None] = SimpleQueue()
    try:
        device = audio.CaptureDevice(input_format=audio.SampleFormat.SIGNED16, nchannels=1, sample_rate=RATE)
    except audio.MiniaudioError as error:
        raise UsageError(f"there is no microphone: {error}") from None
    with _ended_by_interrupt(lambda: pieces.put(None)), device:
        device.start(_into(pieces))
        yield from iter(pieces.get, None)


@contextlib.contextmanager
def _ended_by_interrupt(end: Callable[[], object]) -> Iterator[None]:
    """Let the first Ctrl-C of the block call a function, so that what has been said is still transcribed."""
    before = signal.getsignal(signal.SIGINT)

    def once(*_: object) -> None:
        signal.signal(signal.SIGINT, before)
        end()

    is_main = threading.current_thread() is threading.main_thread()  # only there may signals be handled
    if is_main:
        signal.signal(signal.SIGINT, once)
    try:
        yield
    finally:
        if is_main:
            signal.signal(signal.SIGINT, before)


def _into(pieces: SimpleQueue[bytes | None]) -> Generator[None, bytes, None]:
    """Return the started generator that the device sends samples to."""

    def take() -> Generator[None, bytes, None]:
        while True:
            pieces.put(bytes((yield)))

    taking = take()
    next(taking)
    return taking
