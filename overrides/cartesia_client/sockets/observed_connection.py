"""Connections whose frames are observed. Sync, then async.

A client without hooks pays nothing: only the connection of a socket that has an observer is wrapped.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import httpx

from ..observer import SocketHook, SocketObserver
from .websocket import SOCKET_ERRORS, AsyncSocket, Socket, close_frame, rejection


class _Observed:
    """What both kinds of observed connections share: reporting to all observers."""

    def __init__(self, connection: Any, observers: Sequence[SocketObserver]) -> None:
        self._connection = connection
        self._observers = observers
        self._has_ended = False
        for observer in observers:
            observer.connected()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def _report_sending(self, frame: str | bytes) -> None:
        for observer in self._observers:
            observer.sending(frame)

    def _report_received(self, frame: bytes) -> None:
        for observer in self._observers:
            observer.received(frame)

    def _report_end(self, error: Exception) -> None:
        # Each later attempt to read fails again.
        if self._has_ended:
            return
        self._has_ended = True
        frame = close_frame(error)
        for observer in self._observers:
            observer.closed(frame.code if frame else None, frame.reason if frame else type(error).__name__)


class _ObservedConnection(_Observed):
    """A connection of the WebSocket library whose frames are observed."""

    def send(self, frame: str | bytes) -> None:
        self._report_sending(frame)
        self._connection.send(frame)

    def recv(self, **options: Any) -> bytes:
        try:
            frame: bytes = self._connection.recv(**options)
        except TimeoutError:
            raise
        except Exception as error:
            self._report_end(error)
            raise
        self._report_received(frame)
        return frame


class _AsyncObservedConnection(_Observed):
    """A connection of the WebSocket library whose frames are observed, for asyncio."""

    async def send(self, frame: str | bytes) -> None:
        self._report_sending(frame)
        await self._connection.send(frame)

    async def recv(self, **options: Any) -> bytes:
        try:
            frame: bytes = await self._connection.recv(**options)
        except Exception as error:
            self._report_end(error)
            raise
        self._report_received(frame)
        return frame


def _observers(hooks: Sequence[SocketHook], url: str, headers: Mapping[str, str]) -> list[SocketObserver]:
    return [observer for hook in tuple(hooks) if (observer := hook(url, headers)) is not None]


def _report_failure(observers: Sequence[SocketObserver], error: Exception) -> None:
    rejected = rejection(error)
    for observer in observers:
        if rejected is None:
            observer.failed(None)
        else:
            status, headers, body = rejected
            observer.failed(httpx.Response(status, headers=headers, content=body))


def observed(open_: Callable[..., Socket], hooks: Sequence[SocketHook]) -> Callable[..., Socket]:
    """Return a function that opens sockets as `open_` does, and has them observed."""

    def open_observed(url: str, headers: dict[str, str], *rest: Any) -> Socket:
        observers = _observers(hooks, url, headers)
        try:
            socket = open_(url, headers, *rest)
        except SOCKET_ERRORS as error:
            _report_failure(observers, error)
            raise
        if observers:
            socket.wrap(lambda connection: _ObservedConnection(connection, observers))
        return socket

    return open_observed


def aobserved(
    open_: Callable[..., Awaitable[AsyncSocket]], hooks: Sequence[SocketHook]
) -> Callable[..., Awaitable[AsyncSocket]]:
    """Return a function that opens sockets as `open_` does, and has them observed."""

    async def open_observed(url: str, headers: dict[str, str], *rest: Any) -> AsyncSocket:
        observers = _observers(hooks, url, headers)
        try:
            socket = await open_(url, headers, *rest)
        except SOCKET_ERRORS as error:
            _report_failure(observers, error)
            raise
        if observers:
            socket.wrap(lambda connection: _AsyncObservedConnection(connection, observers))
        return socket

    return open_observed
