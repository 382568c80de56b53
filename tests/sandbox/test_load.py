"""Many sockets at the same time, on one core, without an error."""

from __future__ import annotations

import os

import pytest

from tests.bench.sandbox import SOCKETS, many, process


@pytest.mark.parametrize("count", [12, pytest.param(SOCKETS, marks=pytest.mark.slow)])
async def test_many_sockets_at_the_same_time(count: int) -> None:
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [None]
    with process(cores[0]) as (url, _):
        times, messages = await many(url, count)
    assert len(times) == count
    assert messages >= 2 * count
