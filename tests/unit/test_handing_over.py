"""Tasks that read from one connection take turns. What a turn takes does not grow with their number."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from cartesia_client.sockets.tts_protocol import TTSProtocol
from cartesia_io.sockets.async_connection import AsyncConnection

FIELDS: Any = {
    "model_id": "sonic-3.5",
    "voice": "v",
    "output_format": {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
}
TURNS = 5


class Socket:
    """A socket on which so many frames arrive at a time."""

    def __init__(self, frames: list[bytes], together: int) -> None:
        self._frames, self._together = iter(frames), together
        self.received = 0
        self.check_owner: Callable[[], object] = bool

    def take(self) -> None:
        """Return None: nothing has arrived."""

    async def recv(self) -> bytes:
        if self.received % self._together == 0:
            await asyncio.sleep(0)  # the others begin to wait
        return next(self._frames)


async def read(tasks: int) -> Counter[str]:
    """Have so many tasks read a few events each. Return how often a task looked whether another one had been woken."""
    names = [str(number) for number in range(tasks)]
    frames = [
        json.dumps(
            {"type": "chunk", "data": "AAAA", "done": False, "status_code": 206, "step_time": 1, "context_id": name}
        ).encode()
        for _ in range(TURNS)
        for name in reversed(names)  # the first reads for all others before there is an event for itself
    ]
    protocol = TTSProtocol(time.monotonic)
    connection: Any = AsyncConnection(Socket(frames, tasks), protocol, None)  # type: ignore[arg-type]
    states = [protocol.open_context(name, FIELDS) for name in names]
    found: Counter[str] = Counter()

    async def one(state: Any) -> None:
        patience = connection.patience(state, None)
        for _ in range(TURNS):
            assert (await connection.receive(state, patience)).data == bytes(3)
            await asyncio.sleep(0)  # as a program that plays

    def note(frame: Any, event: str, argument: Any) -> None:
        if event == "c_call":
            found[argument.__name__] += 1

    reading = [asyncio.create_task(one(state)) for state in states]
    sys.setprofile(note)
    try:
        await asyncio.gather(*reading)
    finally:
        sys.setprofile(None)
    return found


@pytest.mark.parametrize("tasks", [1, 10, 200])
async def test_handing_over_looks_at_one_of_the_tasks_that_wait(tasks: int) -> None:
    assert (await read(tasks))["done"] <= 4 * tasks * TURNS
