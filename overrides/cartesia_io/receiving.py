"""Receiving events one by one, in a loop, or with functions for their kinds. Sync, then async."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Coroutine, Iterator
from typing import Any, ClassVar, Generic, TypeVar

from .handlers import Handlers
from .rules import check_timeout
from .steps import finish, result_of

E = TypeVar("E")


class _Receiving(ABC, Generic[E]):
    """What both colors share."""

    @abstractmethod
    def _next_event(self, timeout: float | None = None) -> Coroutine[Any, Any, E | None]:
        """Return the next event, or None at the end."""

    async def _require_event(self, timeout: float | None = None) -> Any:
        if (event := await self._next_event(check_timeout(timeout))) is None:
            raise EOFError("nothing more arrives: it has ended")
        return event


class Receiving(_Receiving[E]):
    """What a connection of threads does."""

    def recv(self) -> E:
        """Return the next event. Raise EOFError at the end; other errors as when iterating."""
        event: E = finish(self._require_event())
        return event

    def recv_bytes(self, timeout: float | None = None) -> bytes:
        """Return the next event as JSON, for `parse_event`. Errors as with `recv`; after `timeout` seconds APITimeoutError."""
        return bytes(finish(self._require_event(timeout)).to_json(indent=None).encode())

    receive_bytes = recv_bytes

    def __iter__(self) -> Iterator[E]:
        """Yield events until the end."""
        return self

    def __next__(self) -> E:
        if (event := finish(self._next_event())) is None:
            raise StopIteration
        return event


class AsyncReceiving(_Receiving[E]):
    """What a connection of tasks does."""

    async def recv(self) -> E:
        """Return the next event. Raise EOFError at the end; other errors as when iterating."""
        event: E = await self._require_event()
        return event

    async def recv_bytes(self, timeout: float | None = None) -> bytes:
        """Return the next event as JSON, for `parse_event`. Errors as with `recv`; after `timeout` seconds APITimeoutError."""
        return bytes((await self._require_event(timeout)).to_json(indent=None).encode())

    receive_bytes = recv_bytes

    def __aiter__(self) -> AsyncIterator[E]:
        """Yield events until the end."""
        return self

    async def __anext__(self) -> E:
        if (event := await self._next_event()) is None:
            raise StopAsyncIteration
        return event


class Dispatching(Handlers, _Receiving[E]):
    """Calls the functions for the kinds of events, step by step."""

    _reported: ClassVar[type[Exception]]
    """The error that the service reports. Functions for "error" get it."""

    async def _dispatch(self) -> None:
        while True:
            try:
                event: Any = await self._next_event()
                if event is None:
                    return
                called = self._called(event.kind or "" if event.type == "unknown" else event.type)
            except self._reported as error:
                if not (called := self._called("error")):
                    raise
                event = error
            for handler in called:
                await result_of(handler(event))
