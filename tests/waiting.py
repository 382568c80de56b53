"""Waiting in tests, on machines that may be busy: for what happens, and never for a number of milliseconds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AT_ONCE = 8.0
"""Seconds that what is done at once may take where the machine does something else meanwhile.

Nothing that a test waits for by mistake takes less: the clients wait 45 s for a response, and 20 s for a pong.
"""


@contextmanager
def at_once() -> Iterator[None]:
    """Fail if the block waits for something."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < AT_ONCE


async def until(happened: Callable[[], object]) -> None:
    """Wait until something has happened. The event loop goes on meanwhile."""
    async with asyncio.timeout(AT_ONCE):
        while not happened():
            await asyncio.sleep(0.005)
