"""The bytes of a connection of asyncio, as the async connections of httpcore read and write them, in few steps.

Between httpcore and asyncio stands a stream of anyio. It starts and stops the reading of the socket for each read, waits for a
round of the event loop after each write, and asks for the running loop again and again, which is a call of the system each time:
together a fifth of what a small request costs. The stream here takes the place of that stream once it has connected. It reads
until enough has arrived, and waits only for what is not there yet.

A module of its own, because it loads asyncio and anyio, which sync clients need not.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import anyio
import httpcore
from anyio.abc import ByteStream

_SMALL, _LARGE = 4096, 65536
"""Bytes that are read at once: at first, and as soon as so many arrive."""
_ENOUGH = 65536
"""Bytes that wait to be taken; with more, the socket is not read."""


class TcpStream(httpcore.AsyncNetworkStream, ByteStream, asyncio.BufferedProtocol):
    """A connection that anyio has opened: its stream for httpcore, its stream for the TLS of anyio, and its protocol.

    Args:
        made: The stream that httpcore has made. It knows what is asked of the connection, and how to encrypt.
        transport: The transport of the connection, whose reading is paused.

    Attributes:
        opened: The stream of anyio in it, whose place this one takes.
    """

    def __init__(self, made: httpcore.AsyncNetworkStream, opened: ByteStream, transport: asyncio.Transport) -> None:
        self._made, self.opened, self._transport = made, opened, transport
        self._loop = asyncio.get_running_loop()
        self._room = memoryview(bytearray(_SMALL))
        self._arrived: deque[bytes] = deque()
        self._size = 0
        """Bytes that have arrived and were not taken."""
        self._reader: asyncio.Future[None] | None = None
        self._writer: asyncio.Future[None] | None = None
        self._fault: Exception | None = None
        self._is_over = self._is_closed = self._is_paused = self._is_full = False
        transport.set_protocol(self)
        transport.resume_reading()

    # What the transport calls.

    def get_buffer(self, sizehint: int) -> memoryview:
        """Return where the next bytes go."""
        return self._room

    def buffer_updated(self, nbytes: int) -> None:
        """Keep the bytes that have arrived there."""
        self._arrived.append(bytes(self._room[:nbytes]))
        self._size += nbytes
        if nbytes == _SMALL:
            self._room = memoryview(bytearray(_LARGE))
        if self._size > _ENOUGH and not self._is_paused:
            self._is_paused = True
            self._transport.pause_reading()
        _wake(self._reader)

    def eof_received(self) -> bool:
        """Keep that nothing more will arrive. The connection stays open until it is closed."""
        self._is_over = True
        _wake(self._reader)
        return True

    def pause_writing(self) -> None:
        """Let writes wait: not all has been handed to the system."""
        self._is_full = True

    def resume_writing(self) -> None:
        """Let writes go on."""
        self._is_full = False
        _wake(self._writer)

    def connection_lost(self, exc: Exception | None) -> None:
        """End what waits."""
        if exc is not None and not self._is_over:
            self._take_the_rest()
        self._is_over, self._is_full, self._fault = True, False, exc
        _wake(self._reader)
        _wake(self._writer)

    def _take_the_rest(self) -> None:
        """Keep what the system had received before a write failed: why the service takes no more, for example."""
        try:
            with self._transport.get_extra_info("socket").dup() as copy:
                copy.setblocking(False)
                chunk = copy.recv(_LARGE)
        except (OSError, AttributeError, TypeError):
            return  # there is nothing, or the transport is of a kind that has no socket to copy
        if chunk:
            self._arrived.append(chunk)
            self._size += len(chunk)

    # What connections of httpcore call.

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the next bytes; none at the end."""
        try:
            return await self._next(max_bytes, timeout)
        except TimeoutError as error:
            raise httpcore.ReadTimeout(str(error)) from error
        except (anyio.BrokenResourceError, anyio.ClosedResourceError) as error:
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write bytes."""
        try:
            await self._put(buffer, timeout)
        except TimeoutError as error:
            raise httpcore.WriteTimeout(str(error)) from error
        except (anyio.BrokenResourceError, anyio.ClosedResourceError) as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        """Close the connection."""
        self._is_closed = True
        self._transport.abort()
        await asyncio.sleep(0)  # the transport closes its socket in the next round of the loop

    async def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Return the encrypted stream over this one."""
        return await self._made.start_tls(ssl_context, server_hostname, timeout)

    def get_extra_info(self, info: str) -> Any:
        """Return what is asked of the connection."""
        return self._made.get_extra_info(info)

    @property
    def pending(self) -> bool:
        """Return whether bytes or the end have arrived and were not taken, which the socket does not show any more."""
        return self._is_over or bool(self._arrived)

    # What the TLS of anyio calls.

    async def receive(self, max_bytes: int = _LARGE) -> bytes:
        """Return the next bytes. Raise anyio.EndOfStream at the end."""
        if found := await self._next(max_bytes, None):
            return found
        raise anyio.EndOfStream

    async def send(self, item: bytes) -> None:
        """Write bytes. If the connection breaks, what has arrived is read first: after an error here, TLS would read nothing."""
        try:
            await self._put(item, None)
        except anyio.BrokenResourceError:
            if not self._arrived:
                raise

    async def send_eof(self) -> None:
        """Tell the service that nothing more follows."""
        await self.opened.send_eof()

    @property
    def extra_attributes(self) -> Mapping[Any, Callable[[], Any]]:
        """Return what is known of the connection."""
        return self.opened.extra_attributes

    # What both do.

    async def _next(self, max_bytes: int, timeout: float | None) -> bytes:
        if not self._arrived and not self._is_over:
            self._reader = self._loop.create_future()
            await self._done(self._reader, timeout)
        if not self._arrived:
            self._check()
            return b""
        chunk = self._arrived.popleft()
        if len(chunk) > max_bytes:
            self._arrived.appendleft(chunk[max_bytes:])
            chunk = chunk[:max_bytes]
        self._size -= len(chunk)
        if self._is_paused and self._size <= _ENOUGH and not self._is_over:
            self._is_paused = False
            self._transport.resume_reading()
        return chunk

    async def _put(self, data: bytes, timeout: float | None) -> None:
        self._check()
        if self._transport.is_closing():  # it broke just now, and says so in the next round of the loop
            await asyncio.sleep(0)
            raise anyio.BrokenResourceError from self._fault
        if not data:
            return
        self._transport.write(data)
        if self._is_full:
            self._writer = self._loop.create_future()
            await self._done(self._writer, timeout)
            self._check()

    async def _done(self, waiter: asyncio.Future[None], timeout: float | None) -> None:
        timer = None if timeout is None else self._loop.call_later(timeout, _expire, waiter)
        try:
            await waiter
        finally:
            if timer is not None:
                timer.cancel()

    def _check(self) -> None:
        """Raise the error of anyio if the connection has been closed, or has broken."""
        if self._is_closed:
            raise anyio.ClosedResourceError
        if self._fault is not None:
            raise anyio.BrokenResourceError from self._fault


def _wake(waiter: asyncio.Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)


def _expire(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_exception(TimeoutError())
