"""The matrix: every fault for every call in both colors ends in the same, typed way, in time, without the key."""

from __future__ import annotations

import asyncio
import functools
import socket
import time
import traceback
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple

import cartesia_client as c
import pytest

from tests.faults import table
from tests.faults.calls import CALLS, Got
from tests.faults.expect import Expect
from tests.faults.server import Line, Server

KEY = "sk_car_must_not_be_seen"
SLOW = 5.0
"""Seconds within which every call ends, with room for a busy machine."""
COLORS = {"sync": c.Cartesia, "async": c.AsyncCartesia}


class End(NamedTuple):
    error: c.CartesiaError | None
    tries: int
    got: Got


async def run(cell: table.Cell, kind: Any, url: str) -> tuple[c.CartesiaError | None, Got]:
    """Run a call. Return its error, and what it got before."""
    got = Got()
    got.timeout = 0.25 if cell.fault.silent and not cell.fault.options else Got.timeout
    options = {"timeout": got.timeout, "max_retries": 1, "trust_env": False, "verify": False, **cell.fault.options}
    client = kind(api_key=KEY, base_url=url, **options)
    client._policy.sleep = lambda seconds: None
    client._policy.asleep = lambda seconds: asyncio.sleep(0)
    try:
        await CALLS[cell.call].run(client, got)
    except c.CartesiaError as error:
        return error, got
    finally:
        closing = client.close()
        if closing is not None:
            await closing
    return None, got


def play(cell: table.Cell, kind: Any) -> End:
    """Run a call against a server with a fault."""
    script = cell.fault.script
    if script is None:
        with socket.socket() as taken:  # for as long as the call lasts, so that nobody else gets the port
            taken.bind(("127.0.0.1", 0))
            error, got = asyncio.run(run(cell, kind, f"http://127.0.0.1:{taken.getsockname()[1]}"))
        return End(error, getattr(error, "attempts", 0), got)

    def answer(line: Line) -> None:
        script(line, cell.call)

    with Server(answer, cell.fault.tls) as server:
        error, got = asyncio.run(run(cell, kind, server.url))
        return End(error, server.requests, got)


@functools.cache
def waiting() -> dict[tuple[str, str, str], Future[tuple[End, float]]]:
    """Play the cells that end in a timeout all at once, because each would only wait."""
    pool = ThreadPoolExecutor(16)
    silent = [cell for cell in table.ALL if cell.fault.silent]
    return {
        (cell.fault.name, cell.call, color): pool.submit(timed, cell, kind)
        for cell in silent
        for color, kind in COLORS.items()
    }


def timed(cell: table.Cell, kind: Any) -> tuple[End, float]:
    """Run a call. Return its end, and the seconds that it took."""
    began = time.monotonic()
    return play(cell, kind), time.monotonic() - began


def summary(end: End) -> Expect:
    """Return an end in the words of the table."""
    if end.error is None:
        return Expect("", end.tries)
    arrived = getattr(end.error, "received", 0)
    return Expect(type(end.error).__name__, end.tries, arrived, end.error.may_be_billed)


def secrets(error: BaseException | None) -> list[str]:
    """Return the local variables and texts of an error, and of those behind it, that show the key."""
    found: list[str] = []
    links, seen = [error], {id(None)}
    while links:
        link: Any = links.pop()
        if id(link) in seen:
            continue
        seen.add(id(link))
        found += [f"text of {type(link).__name__}"] if KEY in str(link) else []
        for frame in traceback.StackSummary.extract(traceback.walk_tb(link.__traceback__), capture_locals=True):
            if "/tests/" not in frame.filename:
                found += [f"{frame.filename}:{frame.lineno} {n}" for n, v in (frame.locals or {}).items() if KEY in v]
        links += [link.__cause__, link.__context__, *getattr(link, "exceptions", ())]
    return found


@pytest.mark.parametrize("color", COLORS)
@pytest.mark.parametrize("cell", table.ALL, ids=lambda cell: f"{cell.fault.name}-{cell.call}")
def test_a_cell(cell: table.Cell, color: str) -> None:
    if cell.fault.silent:
        end, seconds = waiting()[cell.fault.name, cell.call, color].result()
    else:
        end, seconds = timed(cell, COLORS[color])
    assert seconds < SLOW
    assert summary(end) == cell.expect
    assert secrets(end.error) == []
    if end.error is not None and CALLS[cell.call].kind not in ("stt", "agent"):
        kept = sum(len(getattr(each, "data", each if isinstance(each, bytes) else b"")) for each in end.got)
        assert kept <= cell.expect.arrived, "more was handed out than the error says"


def test_the_matrix_is_as_large_as_promised() -> None:
    assert 2 * len(table.ALL) >= 600
    assert len({(cell.fault.name, cell.call) for cell in table.ALL}) == len(table.ALL)


def test_the_page_is_the_current_one() -> None:
    assert table.PAGE.read_text(encoding="utf-8") == table.page(), "run: python -m tests.faults.table --write"
