"""Open connections of the WebSocket library: sending, receiving, keepalive, closing. Sync and async.

This module, `opening` and `closing` are the only ones that know the library.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
import time
import weakref
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Self

from cartesia_api.arguments import InvalidRequestError
from websockets.exceptions import WebSocketException
from websockets.protocol import State

from ..http.loops import drop_transport
from ..turns import FREE, Place
from .closed import Closed
from .closing import closed_by, describe_close, shut_down
from .keepalive import Keepalive, SocketTimeouts

CLOSE_TIMEOUT = 0.6
"""Seconds that closing or cancelling may take to say so to the service. The caller waits no longer."""
NO_PONG = "keepalive ping timed out: the service does not answer"
CLOSED_HERE = "this side closed the connection"
BLOCKED = 0.25
"""Seconds of sending after which the system's buffer was full. What then goes through is a sign that the service reads."""
SOCKET_ERRORS = (WebSocketException, OSError, EOFError)
"""What the library raises when a connection cannot be opened or is lost."""


# Both sockets turn errors of the library into Closed, and raise it after the `except` block: an exception that was raised
# inside it would hold the error of the library as its context, and its traceback the address with the key.
#
# Who watches the line
# --------------------
# Each socket checks itself every `tick` seconds, whether or not the program reads or sends: a thread that does nothing else, or
# a timer of the event loop. It never sends by itself, because sending blocks on a line that is full: pings go out in a thread or
# task of their own. A socket that is lost is aborted, which frees what is blocked in it.


class WatchedSocket:
    """What both sockets share: which process owns the connection, and whether it is open.

    Attributes:
        received: Frames that have been received.
    """

    _loop: Any = None
    """The event loop that it belongs to; None for threads."""
    _place = FREE
    """Its turn among the sockets of the client, given back when it has ended."""

    def __init__(self, connection: Any, timeouts: SocketTimeouts, clock: Callable[[], float]) -> None:
        self._connection = connection
        self._process = os.getpid()
        self._clock = clock
        self._keepalive = Keepalive(timeouts, clock())
        self._lost: str | None = None
        """Why this side has ended the connection without a closing handshake."""
        self._sending = 0
        """Frames that are being sent."""
        self._sent_slowly = 0
        """Frames that had to wait until the service had read others, and then went out."""
        self._pong: threading.Event | None = None
        """What the library of threads sets when the pong to the last ping arrives."""
        self._pongs = 0
        self.received = 0

    def hold(self, place: Place) -> Self:
        """Keep the place until the socket has ended."""
        self._place, place.kept = place, True
        return self

    @property
    def is_running(self) -> bool:
        """Return whether neither side has closed the connection, it has not broken, and its event loop goes on."""
        return self._connection.protocol.state is State.OPEN and self._lost is None and not self.is_stranded

    @property
    def is_open(self) -> bool:
        """Return whether the connection is running, and no answer is overdue."""
        return self.is_running and not self._keepalive.suspected

    @property
    def is_stranded(self) -> bool:
        """Return whether the event loop is closed that the connection belongs to."""
        return self._loop is not None and self._loop.is_closed()

    @property
    def is_owner(self) -> bool:
        """Return whether this process opened the connection."""
        return os.getpid() == self._process

    def check_owner(self) -> None:
        """Raise InvalidRequestError in another process than the one that opened the connection: both would read from it."""
        if not self.is_owner:
            raise InvalidRequestError("this connection was opened before fork(); open one in each process")

    def suspect(self) -> None:
        """Take the line for lost until there is a sign of life, and ask for one: an answer is overdue."""
        self._keepalive.suspected = True

    def failure(self, error: Exception) -> Closed:
        """Return what an error of the library means for the connection, which has ended."""
        self._end(self._lost or describe_close(error))
        return Closed(self._lost) if self._lost else closed_by(error)

    def _end(self, reason: str) -> None:
        """Give the place back: the connection has ended."""
        self._place.release()

    def _check(self) -> None:
        """Send a ping, or end the connection, if it is time to."""
        if self._pong is not None and self._pong.is_set():
            self._pongs, self._pong = self._pongs + 1, None
        unread = self._connection.recv_messages.paused and not self._sending
        signs = object() if unread else (self.received, self._sent_slowly, self._pongs)
        what = self._keepalive.check(self._clock(), signs)
        if what == "ping":
            self._start_ping()
        elif what == "lost":
            self._lost = NO_PONG
            self.abort()

    def _start_ping(self) -> None:
        raise NotImplementedError

    def abort(self) -> None:
        raise NotImplementedError


class Socket(WatchedSocket):
    """An open connection, for threads."""

    def __init__(self, connection: Any, timeouts: SocketTimeouts) -> None:
        super().__init__(connection, timeouts, time.monotonic)
        self._closing = threading.Event()
        if timeouts.ping_interval is not None:
            arguments = weakref.ref(self), self._closing, self._keepalive.tick
            threading.Thread(target=_watch, args=arguments, name="cartesia-keepalive", daemon=True).start()

    def send(self, frame: str | bytes) -> None:
        """Send a frame. Raise Closed if the connection is lost."""
        failure = None
        began = self._clock()
        self._sending += 1
        try:
            self._connection.send(frame)
            self._sent_slowly += self._clock() - began > BLOCKED
        except SOCKET_ERRORS as error:
            failure = self.failure(error)
        finally:
            self._sending -= 1
        if failure:
            raise failure

    def recv(self, timeout: float) -> bytes | None:
        """Return the next frame, text as UTF-8, or None if none arrived in time. Raise Closed if the connection is lost."""
        failure = None
        try:
            frame: bytes = self._connection.recv(timeout=timeout, decode=False)
            self.received += 1
            return frame
        except TimeoutError:
            if self._connection.protocol.close_rcvd is not None:
                self.abort()  # the service has said its last, and has left the connection open
        except SOCKET_ERRORS as error:
            failure = self.failure(error)
        if failure:
            raise failure
        return None

    def _start_ping(self) -> None:
        """Send a ping, without waiting for it to leave."""
        threading.Thread(target=self._ping, name="cartesia-ping", daemon=True).start()

    def _ping(self) -> None:
        with contextlib.suppress(*SOCKET_ERRORS):
            self._pong = self._connection.ping()

    def close(self, last: Iterable[str] = ()) -> None:
        """Send the last frames, and close the connection with a closing handshake; abort it if that takes too long."""
        if not self.is_owner:
            return  # after a fork: the socket is the parent's, which goes on using it
        self._closing.set()
        # A thread that is blocked in sending holds the lock of the library for as long as the service reads nothing.
        limit = threading.Timer(CLOSE_TIMEOUT, self.abort)
        limit.start()
        try:
            with contextlib.suppress(Closed), contextlib.closing(self._connection):
                for frame in last:
                    self.send(frame)
        finally:
            limit.cancel()
            self._end(CLOSED_HERE)

    def abort(self) -> None:
        """End the connection without a closing handshake, even while it is blocked in sending."""
        shut_down(self._connection.socket)
        self._connection.recv_messages.close()  # its thread may be waiting until frames are read
        self._end(self._lost or CLOSED_HERE)


def _watch(reference: weakref.ref[Socket], closing: threading.Event, tick: float) -> None:
    """Check a socket until it has ended. A weak reference lets a socket go that the program has dropped."""
    while not closing.wait(tick):
        watched = reference()
        if watched is None or not watched.is_running:
            return
        watched._check()
        del watched


class AsyncSocket(WatchedSocket):
    """An open connection, for asyncio."""

    def __init__(self, connection: Any, timeouts: SocketTimeouts) -> None:
        self._loop = asyncio.get_running_loop()
        super().__init__(connection, timeouts, self._loop.time)
        self._pinging: asyncio.Task[None] | None = None
        if timeouts.ping_interval is not None:
            reference: weakref.ref[AsyncSocket] = weakref.ref(self)
            self._loop.call_later(self._keepalive.tick, _check_and_repeat, reference)

    def check_owner(self) -> None:
        """Raise InvalidRequestError in another process or event loop than the one that opened the connection."""
        super().check_owner()
        if asyncio.get_running_loop() is not self._loop:
            raise InvalidRequestError("this connection belongs to another event loop; open one in each event loop")

    async def send(self, frame: str | bytes) -> None:
        """Send a frame. Raise Closed if the connection is lost."""
        failure = None
        began = self._clock()
        self._sending += 1
        try:
            await self._connection.send(frame)
            self._sent_slowly += self._clock() - began > BLOCKED
        except SOCKET_ERRORS as error:
            failure = self.failure(error)
        finally:
            self._sending -= 1
        if failure:
            raise failure

    def recv(self) -> Awaitable[bytes]:
        """Return an awaitable of the next frame, text as UTF-8. Cancelling it loses no frame.

        It raises SOCKET_ERRORS, not Closed, and leaves counting to the caller: a coroutine around it would add a twentieth to
        the time that a frame takes.
        """
        frame: Awaitable[bytes] = self._connection.recv(decode=False)
        return frame

    def _start_ping(self) -> None:
        """Send a ping, without waiting for it to leave."""
        self._pinging = self._loop.create_task(self._ping())

    async def _ping(self) -> None:
        with contextlib.suppress(*SOCKET_ERRORS):
            await (await self._connection.ping())
            self._pongs += 1

    async def close(self, last: Iterable[str] = ()) -> None:
        """Send the last frames, and close the connection with a closing handshake; abort it if that takes too long."""
        if not self.is_owner:
            return  # after a fork: the socket is the parent's, which goes on using it
        try:
            with contextlib.suppress(Closed, TimeoutError):
                if self.is_stranded:
                    return
                async with asyncio.timeout(CLOSE_TIMEOUT):
                    for frame in last:
                        await self.send(frame)
                    await self._connection.close()
        finally:
            self.abort()

    def abort(self) -> None:
        """End the connection without a closing handshake, even while it is blocked in sending."""
        drop_transport(self._connection.transport)
        self._end(self._lost or CLOSED_HERE)


def _check_and_repeat(reference: weakref.ref[AsyncSocket]) -> None:
    """Check a socket until it has ended. A weak reference lets a socket go that the program has dropped."""
    watched = reference()
    if watched is not None and watched.is_running:
        watched._check()
        watched._loop.call_later(watched._keepalive.tick, _check_and_repeat, reference)
    elif watched is not None and watched._connection.protocol.close_rcvd is not None:
        watched.abort()  # the service has said its last, and may have left the connection open
