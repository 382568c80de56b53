"""The only module that knows the WebSocket library: opening, sending, receiving, keepalive, closing. Sync and async."""

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
from websockets.frames import Close
from websockets.protocol import State
from websockets.sync import client as sync_client

from ..errors import Closed, InvalidRequestError
from ..responses import one_line

MAX_FRAME_SIZE = 16 * 1024 * 1024
"""Bytes. Audio arrives in frames of some kilobytes; a longer frame is an error."""
CLOSING_HANDSHAKE_TIMEOUT = 0.5
"""Seconds to wait for the close frame of the service."""
KEEPALIVE_INTERVAL = 20.0
"""Seconds without a frame after which the service is pinged, and then seconds to wait for its pong."""
POLL_INTERVAL = 0.2
"""Seconds after which a thread that waits for a frame looks whether it should stop waiting."""
NO_PONG = f"keepalive ping timed out: nothing arrived from the service for {2 * KEEPALIVE_INTERVAL:g} s"
SOCKET_ERRORS = (WebSocketException, OSError, EOFError)
"""What the library raises when a connection cannot be opened or is lost."""
# The query of the handshake may hold the key, and the library logs it. This logger drops everything.
_SILENT = logging.Logger("cartesia_client.silent", logging.CRITICAL + 1)


def close_frame(error: Exception) -> Close | None:
    """Return the close frame of the service if an error of the library says that it sent one."""
    return error.rcvd if isinstance(error, ConnectionClosed) else None


def closed_by(error: Exception) -> Closed:
    """Return what an error of the library means for the connection."""
    frame = close_frame(error)
    return Closed(describe_close(error), clean=frame is not None and frame.code in (1000, 1001, 1005))


def describe_close(error: Exception) -> str:
    """Return how a connection ended, in words."""
    if isinstance(error, ConnectionClosed):
        frame = error.rcvd or error.sent
        if frame is None:
            return "the connection broke"
        side = "the service" if error.rcvd is not None else "this side"
        reason = f" ({one_line(frame.reason, 120)})" if frame.reason else ""
        return f"{side} closed the connection with {frame.code}{reason}"
    return f"the connection broke ({type(error).__name__})"


def rejection(error: Exception) -> tuple[int, list[tuple[str, str]], bytes] | None:
    """Return status, headers and body of the response if the service rejected the handshake, else None."""
    if not isinstance(error, InvalidStatus):
        return None
    response = error.response
    return response.status_code, list(response.headers.raw_items()), bytes(response.body or b"")


# Both sockets turn errors of the library into Closed, and raise it after the `except` block: an exception that was raised
# inside it would hold the error of the library as its context, and its traceback the address with the key.


class _Socket:
    """What both sockets share: which process owns the connection, and whether it is open."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._process = os.getpid()
        self._pong: Any = None
        """The library's object that is set when the pong to the last ping arrives."""

    def wrap(self, wrapper: Callable[[Any], Any]) -> None:
        """Replace the library's connection by what `wrapper` makes of it."""
        self._connection = wrapper(self._connection)

    @property
    def is_open(self) -> bool:
        """Return whether neither side has closed the connection and it has not broken."""
        return self._connection.protocol.state is State.OPEN

    @property
    def is_owner(self) -> bool:
        """Return whether this process opened the connection."""
        return os.getpid() == self._process

    def check_owner(self) -> None:
        """Raise InvalidRequestError in another process than the one that opened the connection: both would read from it."""
        if not self.is_owner:
            raise InvalidRequestError("this connection was opened before fork(); open one in each process")


class Socket(_Socket):
    """An open connection, for threads."""

    _quiet = 0.0
    """Seconds since the last frame that were spent waiting for the next one."""

    def send(self, frame: str | bytes) -> None:
        """Send a frame. Raise Closed if the connection is lost."""
        failure = None
        try:
            self._connection.send(frame)
        except SOCKET_ERRORS as error:
            failure = closed_by(error)
        if failure:
            raise failure

    def recv(self, timeout: float) -> bytes | None:
        """Return the next frame, text as UTF-8, or None if none arrived in time. Raise Closed if the connection is lost."""
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
            self.ping()
        return None

    def ping(self) -> None:
        """Send a ping, after KEEPALIVE_INTERVAL without a frame. Raise Closed if the last one got no pong."""
        if self._pong is not None and not self._pong.is_set():
            raise Closed(NO_PONG)
        failure = None
        try:
            self._pong = self._connection.ping()
        except SOCKET_ERRORS as error:
            failure = closed_by(error)
        if failure:
            raise failure

    def close(self) -> None:
        """Close the connection with a closing handshake."""
        self._connection.close()

    def abort(self) -> None:
        """End the connection without a closing handshake, even while it is blocked in sending."""
        with contextlib.suppress(OSError):  # it has been closed already
            self._connection.socket.shutdown(socket.SHUT_RDWR)


class AsyncSocket(_Socket):
    """An open connection, for asyncio."""

    def __init__(self, connection: Any) -> None:
        super().__init__(connection)
        self._loop = asyncio.get_running_loop()

    def check_owner(self) -> None:
        """Raise InvalidRequestError in another process or event loop than the one that opened the connection."""
        super().check_owner()
        if asyncio.get_running_loop() is not self._loop:
            raise InvalidRequestError("this connection belongs to another event loop; open one in each event loop")

    async def send(self, frame: str | bytes) -> None:
        """Send a frame. Raise Closed if the connection is lost."""
        failure = None
        try:
            await self._connection.send(frame)
        except SOCKET_ERRORS as error:
            failure = closed_by(error)
        if failure:
            raise failure

    def recv(self) -> Awaitable[bytes]:
        """Return an awaitable of the next frame, text as UTF-8. Cancelling it loses no frame.

        It raises SOCKET_ERRORS, not Closed: a coroutine around it would add a twentieth to the time that a frame takes.
        """
        frame: Awaitable[bytes] = self._connection.recv(decode=False)
        return frame

    async def recv_with_keepalive(self) -> bytes:
        """Return the next frame, and ping the service while none arrives. Raise Closed if the connection is lost."""
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
        """Send a ping, after KEEPALIVE_INTERVAL without a frame. Raise Closed if the last one got no pong."""
        if self._pong is not None and not self._pong.done():
            raise Closed(NO_PONG)
        failure = None
        try:
            self._pong = await self._connection.ping()
        except SOCKET_ERRORS as error:
            failure = closed_by(error)
        if failure:
            raise failure

    async def close(self) -> None:
        """Close the connection with a closing handshake."""
        await self._connection.close()

    def abort(self) -> None:
        """End the connection without a closing handshake, even while it is blocked in sending."""
        self._connection.transport.abort()


def _options(
    address: str, headers: dict[str, str], timeout: float | None, tls: ssl.SSLContext | None
) -> dict[str, Any]:
    """Return the options of the library for opening a connection."""
    options: dict[str, Any] = {
        "additional_headers": headers,
        "user_agent_header": None,
        "open_timeout": timeout,
        "close_timeout": CLOSING_HANDSHAKE_TIMEOUT,
        "max_size": MAX_FRAME_SIZE,
        # The pong of a ping waits behind the frames that have not been read. If the library sent pings, it would take a slow
        # reader (one that plays the audio) for a dead connection. So only a reader that waits in vain sends them.
        "ping_interval": None,
        "compression": None,  # base64 of noise-like samples hardly gets smaller, and compressing it takes time
        "logger": _SILENT,
    }
    if tls is not None:
        options["ssl"] = tls
    if address.startswith("ws:"):
        options["proxy"] = None  # through a proxy, the key would leave this machine unencrypted
    return options


class _NoRedirect:
    """Keeps the library from following redirects: the next address would get the key."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        """Return the error instead of the next address."""
        return exc


class _Connect(_NoRedirect, asyncio_client.connect):
    """Opens a connection for asyncio."""


def open_socket(address: str, headers: dict[str, str], timeout: float | None, tls: ssl.SSLContext | None) -> Socket:
    """Open a connection. Raise one of SOCKET_ERRORS if that fails."""
    options = _options(address, headers, timeout, tls)
    base: Any = getattr(sync_client, "reconnect", None)
    if base is None:  # older releases of the library have no class to override, and follow no redirect
        return Socket(sync_client.connect(address, **options))
    opener: Any = type("_Reconnect", (_NoRedirect, base), {})
    return Socket(opener(address, **options).__enter__())


async def aopen_socket(
    address: str, headers: dict[str, str], timeout: float | None, tls: ssl.SSLContext | None
) -> AsyncSocket:
    """Open a connection. Raise one of SOCKET_ERRORS if that fails."""
    return AsyncSocket(await _Connect(address, **_options(address, headers, timeout, tls)))
