"""Steps that are written once, for threads and for tasks."""

from __future__ import annotations

import asyncio
import threading
import types
from collections.abc import Callable
from typing import Any

import pytest
from cartesia_io.steps import ThreadLock, finish, result_of


async def twice(wait: Callable[[int], Any], lock: Any) -> int:
    async with lock:
        return int(await result_of(wait(1))) + int(await result_of(wait(2)))


def test_the_same_steps_run_in_a_thread_and_in_a_task() -> None:
    async def wait(value: int) -> int:
        await asyncio.sleep(0)
        return value

    assert finish(twice(lambda value: value, ThreadLock())) == 3
    assert asyncio.run(twice(wait, asyncio.Lock())) == 3


def test_whatever_can_be_awaited_is() -> None:
    class Waiting:
        def __await__(self) -> Any:
            yield from asyncio.sleep(0).__await__()
            return 4

    class Never:
        __await__ = None

    @types.coroutine
    def generator() -> Any:
        yield from asyncio.sleep(0).__await__()
        return 5

    async def found() -> list[Any]:
        future = asyncio.get_running_loop().create_future()
        future.set_result(6)
        return [await result_of(call) for call in (asyncio.sleep(0, 3), Waiting(), generator(), future, None, 7)]

    assert asyncio.run(found()) == [3, 4, 5, 6, None, 7]
    for plain in (Never(), (x for x in "ab"), [8], Waiting):
        assert finish(result_of(plain)) is plain


def test_what_a_step_raises_leaves_and_frees_the_lock() -> None:
    def fail(value: int) -> int:
        raise OSError("broken")

    lock = ThreadLock()
    for _ in range(2):
        with pytest.raises(OSError, match="broken"):
            finish(twice(fail, lock))


def test_steps_that_wait_for_an_event_loop_are_refused_in_a_thread() -> None:
    with pytest.raises(RuntimeError, match="a thread has none"):
        finish(asyncio.sleep(0))


def test_a_lock_keeps_the_steps_of_two_threads_apart() -> None:
    lock, order = ThreadLock(), []
    inside, go_on = threading.Event(), threading.Event()

    async def first() -> None:
        async with lock:
            inside.set()
            go_on.wait(5)
            order.append("first")

    async def second() -> None:
        async with lock:
            order.append("second")

    threads = [threading.Thread(target=lambda: finish(first())), threading.Thread(target=lambda: finish(second()))]
    threads[0].start()
    inside.wait(5)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(5)
    assert order == ["first", "second"]
