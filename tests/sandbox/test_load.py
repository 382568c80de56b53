"""Two hundred sockets at the same time, on one core, without an error."""

from __future__ import annotations

import os

from tests.bench.sandbox import SOCKETS, many, process


async def test_two_hundred_sockets_at_the_same_time() -> None:
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [None]
    with process(cores[0]) as (url, _):
        times, messages = await many(url, SOCKETS)
    assert len(times) == SOCKETS
    assert messages >= 2 * SOCKETS
