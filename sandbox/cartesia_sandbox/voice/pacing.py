"""When audio may leave: at once, or at about the speed of the service."""

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
    """How fast speech comes.

    The service promises no numbers. The delay is that of its published examples, whose first chunks took 41 to 87
    milliseconds of work; the speed follows from its rule that one active context is enough for about four conversations.
    """

    first_seconds: float = 0.0
    """From a text to its first audio."""
    speed: float = math.inf
    """Seconds of audio that come in a second."""
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep

    def start(self) -> Pacer:
        return Pacer(self)


AT_ONCE = Pace()
REALTIME = Pace(first_seconds=0.09, speed=4.0)


class Pacer:
    """The timetable of one context or request. It is kept on the whole: what was late does not delay what follows."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._next = -math.inf

    @property
    def waits(self) -> bool:
        """Whether it ever does, rather than let everything go at once."""
        return self._pace.first_seconds > 0 or self._pace.speed < math.inf

    def begin(self) -> None:
        """A text has come that is spoken from now on, or after what is being spoken."""
        self._next = max(self._next, self._pace.clock() + self._pace.first_seconds)

    async def wait(self, seconds: float) -> None:
        """Waits until the next chunk, of so many seconds of audio, may leave."""
        left = self._next - self._pace.clock()
        if left > 0:
            await self._pace.sleep(left)
        self._next += seconds / self._pace.speed


async def chunks(
    speech: Iterator[Utterance], pacer: Pacer, sample_rate: int, *, whole: bool = False
) -> AsyncIterator[tuple[Utterance | None, Samples]]:
    """The samples of speech in chunks, each when it may leave; the first of an utterance comes with the utterance.

    Args:
        whole: Whether an utterance is one chunk where nothing has to wait.
    """
    pacer.begin()
    async for utterance in iterate_in_threadpool(speech):
        begun: Utterance | None = utterance
        step = max(len(utterance.samples), 1) if whole and not pacer.waits else round(sample_rate * CHUNK_SECONDS)
        for start in range(0, len(utterance.samples), step):
            piece = utterance.samples[start : start + step]
            await pacer.wait(len(piece) / sample_rate)
            yield begun, piece
            begun = None
