"""A source that blocks, a file or a generator, in an async call: other tasks go on, and the call can be cancelled."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import cartesia_client as c
import pytest
from cartesia_io.sockets.waiting import InThread
from cartesia_sandbox import Sandbox

from tests.faults.calls import CONTEXT, EAR
from tests.waiting import AT_ONCE, at_once


@pytest.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[c.AsyncCartesia]:
    async with c.AsyncCartesia(api_key="k", base_url=sandbox.url) as made:
        yield made


class Blocking:
    """What never yields after its first items, until it is released."""

    def __init__(self, *first: Any) -> None:
        self.first = first
        self.released = threading.Event()
        self.closed = threading.Event()
        self.began = threading.Event()

    def __iter__(self) -> Iterator[Any]:
        try:
            yield from self.first
            self.began.set()
            self.released.wait(20)
        finally:
            self.closed.set()


async def listen(client: c.AsyncCartesia, audio: Any) -> None:
    async with client.stt.auto_finalize.websocket(**EAR) as session:
        async for _ in session.listen(audio):
            pass


async def speak(client: c.AsyncCartesia, text: Any) -> None:
    async with client.tts.websocket_connect() as connection:
        async for _ in connection.context(**CONTEXT).speak(text):
            pass


CALLS: dict[Callable[..., Any], Any] = {listen: bytes(3200), speak: "Hello there. "}


@pytest.mark.parametrize("call", CALLS)
async def test_a_source_that_blocks_can_be_cancelled(client: c.AsyncCartesia, call: Any) -> None:
    source = Blocking(CALLS[call])
    task = asyncio.create_task(call(client, source))
    while not source.began.is_set():
        await asyncio.sleep(0.01)  # other tasks go on
    task.cancel()
    with at_once(), pytest.raises(asyncio.CancelledError):
        await task
    source.released.set()
    assert await asyncio.to_thread(source.closed.wait, AT_ONCE)  # its thread closes it


async def test_a_pipe_that_gets_nothing_can_be_cancelled(client: c.AsyncCartesia) -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", buffering=0) as file, os.fdopen(writing, "wb", buffering=0) as end:
        end.write(bytes(3200))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await listen(client, file)
        end.write(bytes(3200))  # frees the thread


@pytest.mark.parametrize("call", CALLS)
async def test_closing_the_client_ends_a_call_whose_source_blocks(client: c.AsyncCartesia, call: Any) -> None:
    source = Blocking(CALLS[call])
    task = asyncio.create_task(call(client, source))
    while not source.began.is_set():
        await asyncio.sleep(0.01)
    await client.close()
    with pytest.raises(c.CartesiaError):
        await asyncio.wait_for(task, AT_ONCE)
    source.released.set()


@pytest.mark.parametrize("call", CALLS)
async def test_what_a_source_raises_is_raised_by_the_call(client: c.AsyncCartesia, call: Any) -> None:
    def source() -> Iterator[Any]:
        yield CALLS[call]
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        await call(client, source())


async def test_a_source_is_iterated_in_one_thread_and_closed_there() -> None:
    threads: list[int] = []

    def source() -> Iterator[int]:
        try:
            for number in range(3):
                threads.append(threading.get_ident())
                yield number
        finally:
            threads.append(threading.get_ident())

    assert [number async for number in InThread(source())] == [0, 1, 2]
    assert len(threads) == 4
    assert {*threads} == {threads[0]}
    assert threads[0] != threading.get_ident()


def test_an_event_loop_that_ends_leaves_a_source_that_blocks_behind() -> None:
    source = Blocking(1)

    async def one() -> int:
        async for number in InThread(source):
            return int(number)
        raise AssertionError("nothing came")

    with at_once():
        assert asyncio.run(one()) == 1
    assert source.closed.wait(AT_ONCE)
