"""Open connections of the WebSocket library: sending, receiving, keepalive, closing. Sync and async.

This module, `watched`, `opening`, `frames`, `plain_frames` and `closing` are the only ones that know the library.
"""

from __future__ import annotations

import contextlib
import math
import select
import sys
import threading
import time
import weakref
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import Any

from cartesia_api.arguments import InvalidRequestError
from websockets.exceptions import WebSocketException

from ..forks import process
from ..later import asyncio
from ..system_sockets import drop_transport, shut_down
from .closed import Closed
from .frames import asender, sender, taker
from .keepalive import SocketTimeouts
from .watched import WatchedSocket

CLOSE_TIMEOUT = 0.6
"""Seconds that closing or cancelling may take to say so to the service. The caller waits no longer."""
CLOSED_HERE = "this side closed the connection"
SOCKET_ERRORS = (WebSocketException, OSError, EOFError)
"""What the library raises when a connection cannot be opened or is lost."""


# Both sockets turn errors of the library into Closed, and raise it after the `except` block: an exception that was raised
# inside it would hold the error of the library as its context, and its traceback the address with the key.


class Socket(WatchedSocket):
    """An open connection, for threads."""

    def __init__(self, connection: Any, timeouts: SocketTimeouts) -> None:
        super().__init__(connection, timeouts, time.monotonic)
        self._send = sender(connection)
        self._closing = threading.Event()
        if timeouts.ping_interval is not None:
            arguments = weakref.ref(self), self._closing, self._keepalive.tick
            threading.Thread(target=_watch, args=arguments, name="cartesia-keepalive", daemon=True).start()

    def send(self, frame: str | bytes) -> None:
        """Send a frame. Raise Closed if the connection is lost."""
        failure = None
        self._sending += 1
        try:
            self._send(frame)
            self.sent += 1
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

    def recv_within(self, timeout: float) -> bytes | None:
        """Return the next frame, text as UTF-8, or None if none arrived in time. Raise Closed if the connection is lost."""
        return self.recv(timeout)

    def _start_ping(self) -> None:
        """Send a ping, without waiting for it to leave."""
        threading.Thread(target=self._ping, name="cartesia-ping", daemon=True).start()

    def _ping(self) -> None:
        with contextlib.suppress(*SOCKET_ERRORS):
            self._pong = self._connection.ping()

    def close(self, last: Iterable[str] = (), code: int = 1000, reason: str = "") -> None:
        """Send the last frames, and close the connection with a closing handshake; abort it if that takes too long."""
        if not self.is_owner:
            return  # after a fork: the socket is the parent's, which goes on using it
        self._closing.set()
        # A thread that is blocked in sending holds the lock of the library for as long as the service reads nothing.
        limit = threading.Timer(CLOSE_TIMEOUT, self.abort)
        limit.start()
        try:
            with contextlib.suppress(Closed), contextlib.ExitStack() as stack:
                stack.callback(self._connection.close, code, reason)
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

    def drop(self) -> None:
        """Close the connection in a thread of its own: the garbage collector may call this in one that holds a lock."""
        with contextlib.suppress(RuntimeError):  # the interpreter ends
            if not sys.is_finalizing():  # Python 3.11 waits for ever for a thread that it starts then
                threading.Thread(target=self.close, name="cartesia-close", daemon=True).start()


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
        self._loop, self._thread = asyncio.get_running_loop(), threading.get_ident()
        super().__init__(connection, timeouts, self._loop.time)
        self._send, self.take = asender(connection), taker(connection)
        self._transport = _lowest(connection)
        self._arrivals = _arrivals(connection)
        self._pinging: asyncio.Task[None] | None = None
        if timeouts.ping_interval is not None:
            reference: weakref.ref[AsyncSocket] = weakref.ref(self)
            self._loop.call_later(self._keepalive.tick, _check_and_repeat, reference)

    def check_owner(self) -> None:
        """Raise InvalidRequestError in another process or event loop than the one that opened the connection."""
        # A task of the loop in its thread says it, too, and sooner: asking for the running loop asks for the process.
        is_here = threading.get_ident() == self._thread and asyncio.current_task(self._loop) is not None
        if process() is self._process and (is_here or asyncio.get_running_loop() is self._loop):
            return
        super().check_owner()
        raise InvalidRequestError("this connection belongs to another event loop; open one in each event loop")

    async def send(self, frame: str | bytes) -> None:
        """Send a frame. Raise Closed if the connection is lost."""
        failure = None
        self._sending += 1
        try:
            await self._send(frame)
            if self._transport.is_closing():  # asyncio tells no sender that the system has refused the frame
                raise ConnectionResetError("the connection was lost before the frame was sent")
            self.sent += 1
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

    async def recv_within(self, timeout: float) -> bytes | None:
        """Return the next frame, text as UTF-8, or None if none arrived in time. Raise Closed if the connection is lost."""
        failure = None
        limit = asyncio.timeout(None if timeout == math.inf else timeout)
        try:
            async with limit:
                frame = await self.recv()
                self.received += 1
                return frame
        except SOCKET_ERRORS as error:  # a TimeoutError of the limit is one of them
            failure = None if limit.expired() else self.failure(error)
        if failure:
            raise failure
        return None

    def _start_ping(self) -> None:
        """Send a ping, without waiting for it to leave."""
        self._pinging = self._loop.create_task(self._ping())

    async def _ping(self) -> None:
        with contextlib.suppress(*SOCKET_ERRORS):
            await (await self._connection.ping())
            self._pongs += 1

    async def close(self, last: Iterable[str] = (), code: int = 1000, reason: str = "") -> None:
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
                    await self._connection.close(code, reason)
        finally:
            self.abort()

    def abort(self) -> None:
        """End the connection without a closing handshake, even while it is blocked in sending."""
        drop_transport(self._connection.transport)
        self._end(self._lost or CLOSED_HERE)

    def drop(self) -> None:
        """End the connection as soon as its event loop goes on: the garbage collector may call this in another thread."""
        with contextlib.suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(self.abort)


def _lowest(connection: Any) -> Any:
    """Return the transport that hands bytes to the system. That of TLS hears a cycle of the loop later that they were refused."""
    transport: Any = getattr(connection, "transport", None)
    while (below := getattr(getattr(transport, "_ssl_protocol", None), "_transport", None)) is not None:
        transport = below
    return transport


def _arrivals(connection: Any) -> Callable[[], object]:
    """Return what asks the system whether something has arrived; its answer is always yes where one cannot ask it."""
    # To ask takes a tenth of what two cycles of the event loop take, in which something that has arrived would be received.
    transport: Any = getattr(connection, "transport", None)
    found = transport.get_extra_info("socket") if transport is not None else None
    if found is None or not hasattr(select, "poll"):  # Windows has none
        return lambda: True
    poll = select.poll()
    poll.register(found.fileno(), select.POLLIN)
    return partial(poll.poll, 0)


def _check_and_repeat(reference: weakref.ref[AsyncSocket]) -> None:
    """Check a socket until it has ended. A weak reference lets a socket go that the program has dropped."""
    watched = reference()
    if watched is not None and watched.is_running:
        watched._check()
        watched._loop.call_later(watched._keepalive.tick, _check_and_repeat, reference)
    elif watched is not None and watched._connection.protocol.close_rcvd is not None:
        watched.abort()  # the service has said its last, and may have left the connection open
