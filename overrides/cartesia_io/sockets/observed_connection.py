"""Connections whose frames are observed. Sync, then async.

Without observers a socket keeps the library's own connection, so that a client without hooks pays nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import httpx

from .closing import close_frame
from .observer import SocketHook, SocketObserver
from .opening import rejection
from .websocket import SOCKET_ERRORS, AsyncSocket, Socket

S = TypeVar("S", Socket, AsyncSocket)


class _Observed:
    """What both kinds of observed connections share."""

    def __init__(self, connection: Any, observers: Sequence[SocketObserver]) -> None:
        self._connection = connection
        self._observers = observers
        for observer in observers:
            observer.connected()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def _report_end(self, error: Exception) -> None:
        frame = close_frame(error)
        for observer in self._observers:
            observer.closed(frame.code if frame else None, frame.reason if frame else type(error).__name__)
        self._observers = ()  # each later attempt to read fails again


class _ObservedConnection(_Observed):
    """A connection of the WebSocket library whose frames are observed."""

    def send(self, frame: str | bytes) -> None:
        for observer in self._observers:
            observer.sending(frame)
        self._connection.send(frame)

    def recv(self, **options: Any) -> bytes:
        try:
            frame: bytes = self._connection.recv(**options)
        except TimeoutError:
            raise
        except Exception as error:
            self._report_end(error)
            raise
        for observer in self._observers:
            observer.received(frame)
        return frame


class _AsyncObservedConnection(_Observed):
    """A connection of the WebSocket library whose frames are observed, for asyncio."""

    async def send(self, frame: str | bytes) -> None:
        for observer in self._observers:
            observer.sending(frame)
        await self._connection.send(frame)

    async def recv(self, **options: Any) -> bytes:
        try:
            frame: bytes = await self._connection.recv(**options)
        except Exception as error:
            self._report_end(error)
            raise
        for observer in self._observers:
            observer.received(frame)
        return frame


@contextlib.contextmanager
def observing(hooks: Sequence[SocketHook], url: str, headers: Mapping[str, str]) -> Iterator[list[SocketObserver]]:
    """Give the observers of a socket that is opened in the block, and report to them if it cannot be opened."""
    observers = [observer for hook in tuple(hooks) if (observer := hook(url, headers)) is not None]
    try:
        yield observers
    except SOCKET_ERRORS as error:
        status, fields, body = rejection(error) or (0, [], b"")
        for observer in observers:
            observer.failed(httpx.Response(status, headers=fields, content=body) if status else None)
        raise


def observed(socket: S, observers: Sequence[SocketObserver]) -> S:
    """Return the socket; if it has observers, its frames pass through them from now on."""
    if observers:
        kind = _ObservedConnection if isinstance(socket, Socket) else _AsyncObservedConnection
        socket.wrap(lambda connection: kind(connection, observers))
    return socket
