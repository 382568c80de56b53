"""The WebSocket library, and the few things that are done with it. Sync twin, then async twin.

This is the seam behind which another library would fit: open, send, recv, a sign of life, close.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
import ssl
from collections.abc import Awaitable, Callable
from typing import Any

from websockets.asyncio import client as asyncio_client
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.protocol import State
from websockets.sync import client as sync_client

from ..errors import Closed, InvalidRequestError
from ..responses import one_line

MAX_FRAME_SIZE = 16 * 1024 * 1024
"""Bytes. Audio comes in frames of some kilobytes; beyond this something is wrong."""
CLOSING_HANDSHAKE_TIMEOUT = 0.5
KEEPALIVE_INTERVAL = 20.0
"""Seconds without a frame after which the other end is asked for a sign of life, and for which it is waited."""
# The handshake's query may hold the key, and the library logs it: it logs into nothing.
_SILENT = logging.Logger("cartesia_client.silent", logging.CRITICAL + 1)


SOCKET_ERRORS = (WebSocketException, OSError, EOFError)
"""What opening a socket may raise."""


def closed_by(error: Exception) -> Closed:
    """What an error of the library means."""
    frame = error.rcvd if isinstance(error, ConnectionClosed) else None
    return Closed(describe_close(error), clean=frame is not None and frame.code in (1000, 1001, 1005))


def rejection(error: Exception) -> tuple[int, list[tuple[str, str]], bytes] | None:
    """Status, headers and body of the answer, if the service refused the handshake."""
    if not isinstance(error, InvalidStatus):
        return None
    answer = error.response
    return answer.status_code, list(answer.headers.raw_items()), bytes(answer.body or b"")


def describe_close(error: Exception) -> str:
    """How a connection ended, in words."""
    if isinstance(error, ConnectionClosed):
        frame = error.rcvd or error.sent
        if frame is None:
            return "the connection broke"
        who = "the service" if error.rcvd is not None else "this side"
        return f"{who} closed the connection with {frame.code}" + (
            f" ({one_line(frame.reason, 120)})" if frame.reason else ""
        )
    return f"the connection broke ({type(error).__name__})"


class _Socket:
    """What both colours share: whose the connection is, and whether it is open."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._process = os.getpid()
        self._pong: Any = None

    def wrap(self, wrapper: Callable[[Any], Any]) -> None:
        """Replace the library's connection by what `wrapper` makes of it."""
        self._connection = wrapper(self._connection)

    @property
    def is_open(self) -> bool:
        """False once either side has closed, or the connection has broken."""
        return self._connection.protocol.state is State.OPEN

    @property
    def is_owner(self) -> bool:
        """Whether this is the process that opened the connection."""
        return os.getpid() == self._process

    def check_owner(self) -> None:
        """Refuses another process than the one that opened the connection: answers would be mixed."""
        if not self.is_owner:
            raise InvalidRequestError(
                "this connection belongs to the process before the fork; open one in this process"
            )


NO_SIGN = f"there was no sign of life from the service for {2 * KEEPALIVE_INTERVAL:g} s"


class Socket(_Socket):
    """An open connection."""

    _quiet = 0.0
    """Seconds that have been waited for the next frame."""

    def send(self, frame: str | bytes) -> None:
        failure = None
        try:
            self._connection.send(frame)
        except SOCKET_ERRORS as error:
            failure = closed_by(error)
        if failure:
            raise failure

    def recv(self, timeout: float) -> bytes | None:
        """The next frame, text as UTF-8, or None when none came in time."""
        failure = None
        try:
            frame: bytes = self._connection.recv(timeout=timeout, decode=False)
            self._quiet = 0.0
            return frame
        except TimeoutError:
            self._quiet += timeout
        except SOCKET_ERRORS as error:
            failure = closed_by(error)
        if failure:
            raise failure
        if self._quiet >= KEEPALIVE_INTERVAL:
            self._quiet = 0.0
            self._ping()
        return None

    def _ping(self) -> None:
        """Asks for a sign of life. Raises Closed if the last one that was asked for never came."""
        if self._pong is not None and not self._pong.is_set():
            raise Closed(NO_SIGN)
        failure = None
        try:
            self._pong = self._connection.ping()
        except SOCKET_ERRORS as error:
            failure = closed_by(error)
        if failure:
            raise failure

    def close(self) -> None:
        self._connection.close()

    def abort(self) -> None:
        """Ends the connection without a word: whoever is stuck in sending comes free."""
        with contextlib.suppress(OSError):  # it has gone already
            self._connection.socket.shutdown(socket.SHUT_RDWR)


class AsyncSocket(_Socket):
    """An open connection, for asyncio."""

    def __init__(self, connection: Any) -> None:
        super().__init__(connection)
        self._loop = asyncio.get_running_loop()

    def check_owner(self) -> None:
        """Refuses another process, or another event loop, than the one that opened the connection."""
        super().check_owner()
        if asyncio.get_running_loop() is not self._loop:
            raise InvalidRequestError("this connection belongs to another event loop; open one in this loop")

    async def send(self, frame: str | bytes) -> None:
        failure = None
        try:
            await self._connection.send(frame)
        except SOCKET_ERRORS as error:
            failure = closed_by(error)
        if failure:
            raise failure

    def recv(self) -> Awaitable[bytes]:
        """The next frame, text as UTF-8, however long it takes. May be cancelled without losing one.

        Raises what SOCKET_ERRORS names: one more coroutine on the way would cost a twentieth of a frame.
        """
        frame: Awaitable[bytes] = self._connection.recv(decode=False)
        return frame

    async def recv_with_keepalive(self) -> bytes:
        """The next frame; raises Closed when there is no sign of life any more."""
        while True:
            failure = None
            try:
                async with asyncio.timeout(KEEPALIVE_INTERVAL):
                    return await self.recv()
            except TimeoutError:
                await self.ping()
            except SOCKET_ERRORS as error:
                failure = closed_by(error)
            if failure:
                raise failure

    async def ping(self) -> None:
        """Asks for a sign of life, after KEEPALIVE_INTERVAL seconds without a frame. Raises Closed if the last one never came."""
        if self._pong is not None and not self._pong.done():
            raise Closed(NO_SIGN)
        failure = None
        try:
            self._pong = await self._connection.ping()
        except SOCKET_ERRORS as error:
            failure = closed_by(error)
        if failure:
            raise failure

    async def close(self) -> None:
        await self._connection.close()

    def abort(self) -> None:
        """Ends the connection without a word: whoever is stuck in sending comes free."""
        self._connection.transport.abort()


def _options(
    address: str, headers: dict[str, str], timeout: float | None, tls: ssl.SSLContext | None
) -> dict[str, Any]:
    options: dict[str, Any] = {
        "additional_headers": headers,
        "user_agent_header": None,
        "open_timeout": timeout,
        "close_timeout": CLOSING_HANDSHAKE_TIMEOUT,
        "max_size": MAX_FRAME_SIZE,
        # A reader that takes its time (one that plays the audio) has pongs wait behind what it has not read: the library
        # would take the connection for dead. Who waits in vain asks for a sign of life.
        "ping_interval": None,
        "compression": None,  # base64 of noise-like samples does not get smaller, it only takes longer
        "logger": _SILENT,
    }
    if tls is not None:
        options["ssl"] = tls
    if address.startswith("ws:"):
        options["proxy"] = None  # through a proxy the key would leave this machine in the clear
    return options


class _NoRedirect:
    """The library follows redirects, and the next address would get the key."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        return exc


class _Connect(_NoRedirect, asyncio_client.connect):
    """Opens a connection for asyncio."""


def open_socket(address: str, headers: dict[str, str], timeout: float | None, tls: ssl.SSLContext | None) -> Socket:
    """Opens a connection for threads."""
    options = _options(address, headers, timeout, tls)
    base: Any = getattr(sync_client, "reconnect", None)
    if base is None:  # older releases have no class for it, and follow no redirect
        return Socket(sync_client.connect(address, **options))
    opener: Any = type("_Reconnect", (_NoRedirect, base), {})
    return Socket(opener(address, **options).__enter__())


async def aopen_socket(
    address: str, headers: dict[str, str], timeout: float | None, tls: ssl.SSLContext | None
) -> AsyncSocket:
    """Opens a connection for asyncio."""
    return AsyncSocket(await _Connect(address, **_options(address, headers, timeout, tls)))
