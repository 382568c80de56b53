"""Sending what a source yields while the responses to it are received, with asyncio."""

from __future__ import annotations

from collections.abc import AsyncIterable, Awaitable, Callable, Iterable
from typing import Any, Generic, Self, TypeVar

from ..later import asyncio
from ..rules import running_loop
from .waiting import InThread

T = TypeVar("T")


class Pump(Generic[T]):
    """Sends all that a source yields while its block runs, and stops when the block ends.

    Args:
        source: What to send. What is neither a list nor asynchronous runs in a thread of its own, because it may block.
        send: Sends one item.
        finish: Ends the input, after the last item.
        give_up: Ends the conversation, after the source or the sending has failed.
        loss: What the block raises when the conversation is lost. The failure of the source is raised in its place.
    """

    # The block receives until the conversation ends. When the source fails, the end of the input is never sent, and the block
    # would wait for ever. So `give_up` ends the conversation, and the block raises `loss`. Its cause is what the caller should
    # see: the failure of the source is raised instead.
    #
    # This is no generator: an event loop that shuts down closes all generators at once, one that waits for another included.

    failure: Exception | None = None
    """What the source or the sending raised."""
    _stopping = False

    def __init__(
        self,
        source: Iterable[T] | AsyncIterable[T],
        send: Callable[[T], Awaitable[None]],
        finish: Callable[[], Awaitable[None]],
        give_up: Callable[[], Awaitable[None]],
        loss: type[Exception],
    ) -> None:
        self._source, self._send, self._finish, self._give_up, self._loss = source, send, finish, give_up, loss

    async def _run(self) -> None:
        try:
            if isinstance(self._source, (list, tuple)):
                for item in self._source:
                    await self._send(item)
            else:
                async for item in self._source if isinstance(self._source, AsyncIterable) else InThread(self._source):
                    await self._send(item)
            await self._finish()
        except BaseException as error:
            self.failure = error if isinstance(error, Exception) else None
            if not self._stopping:
                await self._give_up()
            raise

    async def __aenter__(self) -> Self:
        self._task = running_loop().create_task(self._run())
        return self

    async def __aexit__(self, kind: object, error: BaseException | None, trace: Any) -> None:
        failure = self.failure if isinstance(error, self._loss) else None
        self._stopping = True
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        if failure is not None:
            raise failure from None
