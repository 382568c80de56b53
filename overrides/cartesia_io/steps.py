"""Steps that are written once, for threads and for tasks."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Awaitable, Coroutine
from types import CoroutineType
from typing import Any, TypeVar, cast

from .later import asyncio

T = TypeVar("T")

# What a thread and a task do step by step differs in how they wait, not in what they do. So the steps are coroutines. They call
# what waits (a send, a sleep, a lock), which blocks in a thread and returns an awaitable in a task, and `result_of` takes both.
# In a thread, nothing suspends the steps: `finish` runs them to their end, without an event loop. A traceback looks the same.


async def result_of(call: Awaitable[T] | T) -> T:
    """Return the result of a call that has blocked, or await it."""
    # Each event and frame comes by here, and `isawaitable` takes longer than all the rest; nearly all are one of these two.
    if call is None:
        return cast(T, None)
    result: Any = await call if type(call) is CoroutineType or inspect.isawaitable(call) else call
    return cast(T, result)


def finish(steps: Coroutine[Any, Any, T]) -> T:
    """Run steps in this thread, and return their result."""
    try:
        steps.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    steps.close()
    raise RuntimeError("these steps wait for an event loop, and a thread has none")


class ThreadLock:
    """A lock of threads, for steps: they enter it with `async with`."""

    def __init__(self) -> None:
        lock = threading.Lock()
        self.acquire, self.release = lock.acquire, lock.release

    async def __aenter__(self) -> None:
        self.acquire()

    async def __aexit__(self, *error: object) -> None:
        self.release()


def task_lock() -> asyncio.Lock:
    """Return a lock of tasks."""
    return asyncio.Lock()


def task_event() -> asyncio.Event:
    """Return an event that tasks wait for."""
    return asyncio.Event()
