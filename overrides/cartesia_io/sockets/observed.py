"""Sockets whose frames are observed. Sync, then async.

A socket without observers is one of `websocket`, so that a client without hooks pays nothing.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from typing import Any

from ..hiding import forgetting
from .closed import Closed
from .frames import nothing
from .keepalive import SocketTimeouts
from .observer import SocketObserver
from .watched import WatchedSocket
from .websocket import AsyncSocket, Socket


def tell(observers: Sequence[SocketObserver], event: str, *arguments: Any) -> None:
    """Tell each observer of an event, also if one before it raises."""
    if observers:
        try:
            getattr(observers[0], event)(*arguments)
        finally:
            tell(observers[1:], event, *arguments)


def tell_failure(observers: Sequence[SocketObserver], response: object) -> Exception | None:
    """Tell observers that a socket could not be opened. Return what one of them raises: it must not hide the failure."""
    try:
        with forgetting():
            tell(observers, "failed", response)
    except Exception as error:
        return error
    return None


# What an observer raises goes to the program as it is: it must not pass for an error of the network, which it may look like. So
# observers are called outside of the handlers for those, and `failure` knows what one of them raised. A frame that an observer
# did not take is lost for its reader, so the connection ends there. One that it did not let out is just not sent.


class _Observed(WatchedSocket):
    """What both kinds of observed sockets share."""

    def __init__(self, connection: Any, timeouts: SocketTimeouts, observers: Sequence[SocketObserver]) -> None:
        super().__init__(connection, timeouts)  # type: ignore[call-arg]  # that of the kind, which has its own clock
        self._observers = observers
        self.take = nothing  # `recv` tells the observers
        self._raised: Exception | None = None
        """What an observer has raised."""
        self._told = threading.Lock()
        """Held once the observers know that the connection has ended."""
        with self._ending():
            tell(observers, "connected")

    @contextlib.contextmanager
    def _ending(self) -> Iterator[None]:
        """End the connection if an observer raises in the block."""
        try:
            yield
        except Exception as error:
            self._raised, self._lost = error, f"a socket observer raised {type(error).__name__}"
            self.abort()
            raise

    def _end(self, reason: str) -> None:
        """Tell once that the connection has ended, with the code and the reason of the service if it gave them."""
        super()._end(reason)
        if self._told.acquire(blocking=False):
            frame = self._connection.protocol.close_rcvd
            tell(self._observers, "closed", frame and int(frame.code), frame.reason if frame else reason)

    def failure(self, error: Exception) -> Closed:
        """Return what an error of the library means for the connection, which has ended. Raise what an observer raised."""
        if error is self._raised:
            raise error
        return super().failure(error)


class ObservedSocket(_Observed, Socket):
    """An open connection whose frames are observed, for threads."""

    def send(self, frame: str | bytes) -> None:
        """Send a frame, unless an observer raises. Raise Closed if the connection is lost."""
        tell(self._observers, "sending", frame)
        super().send(frame)

    def recv(self, timeout: float) -> bytes | None:
        """Return the next frame, or None if none arrived in time. Raise Closed if the connection is lost."""
        frame = super().recv(timeout)
        if frame is not None:
            with self._ending():
                tell(self._observers, "received", frame)
        return frame


class ObservedAsyncSocket(_Observed, AsyncSocket):
    """An open connection whose frames are observed, for asyncio."""

    async def send(self, frame: str | bytes) -> None:
        """Send a frame, unless an observer raises. Raise Closed if the connection is lost."""
        tell(self._observers, "sending", frame)
        await super().send(frame)

    async def recv(self) -> bytes:
        """Return the next frame. Raise SOCKET_ERRORS, as without observers."""
        frame = await super().recv()
        with self._ending():
            tell(self._observers, "received", frame)
        return frame


def observed_socket(connection: Any, timeouts: SocketTimeouts, observers: Sequence[SocketObserver]) -> Socket:
    """Return the socket of an open connection of the library."""
    return ObservedSocket(connection, timeouts, observers) if observers else Socket(connection, timeouts)


def aobserved_socket(connection: Any, timeouts: SocketTimeouts, observers: Sequence[SocketObserver]) -> AsyncSocket:
    """Return the socket of an open connection of the library, for asyncio."""
    return ObservedAsyncSocket(connection, timeouts, observers) if observers else AsyncSocket(connection, timeouts)
