"""Waiting that the program can end from elsewhere: while a socket is opened, and between two attempts. Sync, then async.

And waiting for an iterable that blocks.
"""

from __future__ import annotations

import contextlib
import math
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from concurrent.futures import Future, wait
from contextvars import copy_context
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

from ..later import asyncio

T = TypeVar("T")
POLL_INTERVAL = 0.2
"""Seconds after which what waits looks whether it should stop waiting."""


# A thread that is blocked in the system (it looks up a name, connects, or waits for a handshake) cannot be woken by another one.
# So the work is done in a thread of its own, and left alone when it takes too long or is not needed any more. A task can be
# cancelled wherever it waits.


def run(
    work: Callable[[], T],
    check: Callable[[], object],
    seconds: float | None = None,
    discard: Callable[[T], object] = lambda _: None,
) -> T:
    """Return what the work returns, or raise what it raises.

    Args:
        work: What to do, in a thread of its own.
        check: Called again and again. What it raises ends the waiting.
        seconds: Time to wait. None: no limit.
        discard: Gets a result that comes too late.

    Raises:
        TimeoutError: The time has passed.
    """
    result: Future[T] = Future()
    threading.Thread(target=_work, args=([work], copy_context().run, result), name="cartesia-wait", daemon=True).start()
    ends = math.inf if seconds is None else time.monotonic() + seconds
    finished = False
    try:
        while not finished:
            check()
            finished = bool(wait([result], min(POLL_INTERVAL, ends - time.monotonic())).done)
            if not finished and time.monotonic() >= ends:
                raise TimeoutError("it took too long")
    finally:
        if not finished:
            result.add_done_callback(partial(_discard, discard))
    return result.result()


def _work(work: list[Callable[[], T]], call: Callable[..., T], result: Future[T]) -> None:
    # The work may hold a credential, which no frame that an exception leaves may: so it is taken out of the list, and the
    # traceback begins below this frame.
    try:
        result.set_result(call(work.pop()))
    except BaseException as error:
        result.set_exception(error.with_traceback(error.__traceback__ and error.__traceback__.tb_next))


def _discard(discard: Callable[[Any], object], result: Future[Any]) -> None:
    if result.exception() is None:
        discard(result.result())


def wait_for(event: threading.Event, check: Callable[[], object], seconds: float | None = None) -> None:
    """Wait until an event is set.

    Args:
        event: What to wait for.
        check: Called again and again. What it raises ends the waiting.
        seconds: Time to wait. None: no limit.

    Raises:
        TimeoutError: The time has passed.
    """
    ends = math.inf if seconds is None else time.monotonic() + seconds
    while not event.is_set():
        check()
        left = ends - time.monotonic()
        if left <= 0:
            raise TimeoutError("it took too long")
        event.wait(min(POLL_INTERVAL, left))


async def arun(work: Callable[[], Awaitable[T]], check: Callable[[], object], seconds: float | None = None) -> T:
    """Return what the work returns, or raise what it raises.

    Args:
        work: What to do.
        check: Called again and again. What it raises ends the waiting.
        seconds: Time to wait. None: no limit.

    Raises:
        TimeoutError: The time has passed.
    """
    loop = asyncio.get_running_loop()
    ended_by: list[Exception] = []
    timer: asyncio.Handle | None = None

    def look(itself: Callable[..., None]) -> None:  # a name of this function would hold it, until garbage is collected
        nonlocal timer
        try:
            check()
            timer = loop.call_later(POLL_INTERVAL, itself, itself)
        except Exception as error:
            ended_by.append(error)
            scope.reschedule(loop.time())

    timer = loop.call_soon(look, look)
    try:
        async with asyncio.timeout(seconds) as scope:
            return await work()
    except TimeoutError:
        if not ended_by:
            raise
    finally:
        timer.cancel()
    raise ended_by[0]


# An iterable may block wherever it gets its items from: a microphone, a pipe, a response. In the event loop, it would stop all
# tasks, and nothing could cancel it. So it runs in a thread, of its own, because a loop that ends waits for those of its pool.


class InThread(AsyncIterator[T]):
    """Yields what an iterable yields, which runs in one thread of its own. Cancelling leaves it there.

    The thread fetches an item when it is asked for one, and closes the iterable once this has been dropped.
    """

    def __init__(self, source: Iterable[T]) -> None:
        self._asked: SimpleQueue[asyncio.Future[T] | None] = SimpleQueue()
        arguments = _fetch, source, self._asked
        threading.Thread(target=copy_context().run, args=arguments, name="cartesia-source", daemon=True).start()

    async def __anext__(self) -> T:
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._asked.put(answer)
        if (item := await answer) is _END:
            raise StopAsyncIteration
        found: T = item
        return found

    def __del__(self) -> None:
        self._asked.put(None)


_END: Any = object()


def _fetch(source: Iterable[Any], asked: SimpleQueue[asyncio.Future[Any] | None]) -> None:
    """Return the next item to each who asks, until None comes."""
    items: Any = None
    while (answer := asked.get()) is not None:
        item, failure = _END, None
        try:
            items = iter(source) if items is None else items
            item = next(items, _END)
        except BaseException as error:  # also what ends a program: the task raises it
            failure = error
        with contextlib.suppress(RuntimeError):  # the event loop is closed
            answer.get_loop().call_soon_threadsafe(_give, answer, item, failure)
        del answer, item, failure
    if items is not None and hasattr(items, "close"):
        items.close()


def _give(answer: asyncio.Future[Any], item: Any, failure: BaseException | None) -> None:
    if answer.done():
        return  # the task was cancelled
    if failure is None:
        answer.set_result(item)
    else:
        answer.set_exception(failure)
