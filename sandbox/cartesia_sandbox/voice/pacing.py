"""When audio is sent: at once, or at about the speed of the service."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import NamedTuple

from starlette.concurrency import iterate_in_threadpool

from .sound import Samples, Utterance

CHUNK_SECONDS = 0.1


class Pace(NamedTuple):
    """How fast speech is sent.

    The service publishes no numbers. The delay is that of its published examples, whose first chunks take 41 to 87
    milliseconds of work; the speed follows from its rule that one active context is enough for about four conversations.
    """

    first_seconds: float = 0.0
    """Seconds from a text to its first audio."""
    speed: float = math.inf
    """Seconds of audio sent per second."""
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep

    def start(self) -> Pacer:
        """Return the schedule of a new context or request."""
        return Pacer(self)


AT_ONCE = Pace()
REALTIME = Pace(first_seconds=0.09, speed=4.0)


class Pacer:
    """The schedule of one context or request."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        # When the next chunk may be sent. It advances by the length of each chunk, not by the time of the last send,
        # so that a late chunk does not delay those after it.
        self._next = -math.inf

    @property
    def is_immediate(self) -> bool:
        """Return whether every chunk is sent at once."""
        return self._pace.first_seconds <= 0 and self._pace.speed == math.inf

    def add_text(self) -> None:
        """Schedule a text from now on, or after the audio that is being sent."""
        self._next = max(self._next, self._pace.clock() + self._pace.first_seconds)

    async def wait(self, seconds: float) -> None:
        """Wait until the next chunk may be sent, which holds this many seconds of audio."""
        left = self._next - self._pace.clock()
        if left > 0:
            await self._pace.sleep(left)
        self._next += seconds / self._pace.speed


async def chunks(
    speech: Iterator[Utterance], pacer: Pacer, sample_rate: int, *, whole: bool = False
) -> AsyncIterator[tuple[Utterance | None, Samples]]:
    """Yield the samples of speech in chunks, each when it may be sent.

    The first chunk of an utterance comes with the utterance, whose times are sent before its audio.

    Args:
        speech: Utterances, made in a thread while the chunks before them are sent.
        pacer: The schedule.
        sample_rate: Samples per second.
        whole: Whether an utterance is a single chunk when chunks are sent at once.
    """
    pacer.add_text()
    async for utterance in iterate_in_threadpool(speech):
        first: Utterance | None = utterance
        step = max(len(utterance.samples), 1) if whole and pacer.is_immediate else round(sample_rate * CHUNK_SECONDS)
        for start in range(0, len(utterance.samples), step):
            chunk = utterance.samples[start : start + step]
            await pacer.wait(len(chunk) / sample_rate)
            yield first, chunk
            first = None
