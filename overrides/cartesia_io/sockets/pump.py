"""Sending what a source yields while the responses to it are received, with asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from typing import TypeVar

T = TypeVar("T")


class Pump:
    """The sending that runs while a block receives."""

    failure: Exception | None = None
    """What the source or the sending raised."""


# The block receives until the conversation ends. When the source fails, the end of the input is never sent, and the block would
# wait for ever. So `give_up` ends the conversation, and the block raises `loss`. Its cause is what the caller should see: the
# failure of the source is raised instead.


@asynccontextmanager
async def pump(
    source: Iterable[T] | AsyncIterable[T],
    send: Callable[[T], Awaitable[None]],
    finish: Callable[[], Awaitable[None]],
    give_up: Callable[[], Awaitable[None]],
    loss: type[Exception],
) -> AsyncIterator[Pump]:
    """Send all that a source yields while the block runs, and stop when the block ends.

    Args:
        source: What to send.
        send: Sends one item.
        finish: Ends the input, after the last item.
        give_up: Ends the conversation, after the source or the sending has failed.
        loss: What the block raises when the conversation is lost. The failure of the source is raised in its place.
    """
    pumping = Pump()
    stopping = False

    async def run() -> None:
        try:
            if isinstance(source, AsyncIterable):
                async for item in source:
                    await send(item)
            else:
                for item in source:
                    await send(item)
            await finish()
        except BaseException as error:
            pumping.failure = error if isinstance(error, Exception) else None
            if not stopping:
                await give_up()
            raise

    task = asyncio.create_task(run())
    try:
        yield pumping
    except loss:
        if pumping.failure is not None:
            raise pumping.failure from None
        raise
    finally:
        stopping = True
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
