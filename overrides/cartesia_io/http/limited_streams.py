"""Connections of httpcore that keep the limits of `time_limits`. Sync twin, then async twin.

A module of its own, so that importing a client does not load httpcore: httpx does so with its first client.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Awaitable, Callable, Collection
from typing import TYPE_CHECKING, Any, TypeVar

import httpcore
from cartesia_api.arguments import InvalidRequestError

from ..forks import process
from ..system_sockets import shut_down
from . import internals
from .opening import Opening
from .time_limits import Limits, for_connecting

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")
AT_ONCE = 1.0
"""Seconds in which connections are made that can be; after that, a thread of its own tries again."""

# Closing a client ends its calls. Those that are still connecting, or shaking hands, have no connection yet that a pool could
# close, so `Opening` knows how each of them ends. A thread that connects cannot be woken, so another one does that if it takes
# long, and is left alone.


def install(client: httpx.Client | httpx.AsyncClient, foreign: Collection[Any]) -> list[Opening]:
    """Wrap the connections of an httpx client, so that they keep the limits. A transport of another kind is left as it is.

    Args:
        client: The client.
        foreign: Transports of the caller: other clients may use them, too.

    Returns:
        What the other transports are opening.
    """
    own = []
    for transport in internals.transports(client):
        pool: Any = getattr(transport, "_pool", transport)
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, (_Backend, _AsyncBackend)):
            continue  # the transport is that of another client, too
        if isinstance(backend, httpcore.NetworkBackend):
            backend = pool._network_backend = _Backend(backend)
        elif isinstance(backend, httpcore.AsyncNetworkBackend):
            backend = pool._network_backend = _AsyncBackend(backend)
        if isinstance(backend, (_Backend, _AsyncBackend)) and all(transport is not each for each in foreign):
            own.append(backend.opening)
    return own


def _in_thread(connect: Callable[[], httpcore.NetworkStream], opening: Opening) -> httpcore.NetworkStream:
    """Return what a thread of its own connects."""
    from concurrent.futures import CancelledError, Future  # here: few connections take so long

    opened: Future[httpcore.NetworkStream] = Future()

    def work() -> None:
        try:
            stream = connect()
        except BaseException as error:
            if opened.set_running_or_notify_cancel():
                opened.set_exception(error)
            return
        if opened.set_running_or_notify_cancel():
            opened.set_result(stream)
        else:
            stream.close()

    with opening.until(opened.cancel):
        threading.Thread(target=work, name="cartesia-connect", daemon=True).start()
        try:
            return opened.result()
        except CancelledError:
            raise httpcore.ConnectError("the connections were closed") from None
        finally:
            opened.cancel()


async def _cancellable(connect: Callable[[], Awaitable[T]], opening: Opening) -> T:
    """Return what a task connects, unless closing ends it."""
    import anyio  # on which the async connections of httpcore stand

    with anyio.CancelScope() as scope, opening.until(scope.cancel):
        return await connect()
    raise httpcore.ConnectError("the connections were closed")


def _late(error: httpcore.WriteTimeout, is_answered: bool) -> Exception:
    """Return the error of a write that took too long. After a WriteError, httpcore reads the response, if one has arrived.

    A service may refuse an upload by its head, and take no more of it.
    """
    return httpcore.WriteError(str(error)) if is_answered else error


class _Owned(Limits):
    """A connection within limits, for the process that opened it alone: if two read from it, each misses bytes."""

    def __init__(self) -> None:
        super().__init__()
        self._process = process()

    def _is_owner(self) -> bool:
        return process() is self._process

    def _check_owner(self) -> None:
        if not self._is_owner():
            raise InvalidRequestError(
                "this response was asked for before fork(); read it in the process that asked for it"
            )


class _LimitedStream(httpcore.NetworkStream, _Owned):
    """A connection within limits."""

    def __init__(self, inner: httpcore.NetworkStream, opening: Opening) -> None:
        super().__init__()
        self._inner, self._opening, self._memories, self._began = inner, opening, internals.memories(inner), False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._check_owner()
        return self._inner.read(max_bytes, self.for_read(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not buffer:  # the end of a request may be nothing
            return
        self._check_owner()
        # Closing may have come while it was made: its pool knew nothing of it.
        if self._opening.is_closed and not self._began:
            raise httpcore.ConnectError("the connections were closed")
        self._began = True
        limit = self.for_write(timeout)
        try:
            self._inner.write(buffer, limit)
        except httpcore.WriteTimeout as error:
            raise _late(error, self.get_extra_info("is_readable")) from None

    def close(self) -> None:
        if self._is_owner() and isinstance(raw := self._inner.get_extra_info("socket"), socket.socket):
            shut_down(raw)  # wakes a thread that reads; closing does not
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        # The descriptor is another one meanwhile, so a copy of it wakes the thread.
        raw = self._inner.get_extra_info("socket")
        try:
            with contextlib.ExitStack() as stack:
                if isinstance(raw, socket.socket):
                    copy = stack.enter_context(socket.socket(fileno=socket.dup(raw.fileno())))
                    stack.enter_context(self._opening.until(lambda: shut_down(copy)))
                inner = self._inner.start_tls(ssl_context, server_hostname, for_connecting(timeout))
        except BaseException:  # the client may be closed by now, which leaves the stream open
            self._inner.close()
            raise
        return _LimitedStream(inner, self._opening)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable" and any(each.pending for each in self._memories):
            return True  # as it says of the socket
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, inner: httpcore.NetworkBackend) -> None:
        self._inner, self.opening = inner, Opening()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.NetworkStream:
        limit = for_connecting(timeout)
        soon = AT_ONCE if limit is None else min(limit, AT_ONCE)
        try:
            with self.opening.until(lambda: None):
                return _LimitedStream(self._inner.connect_tcp(host, port, soon, *args, **more), self.opening)
        except httpcore.ConnectTimeout:
            if soon == limit:
                raise
        left = None if limit is None else limit - soon
        inner = _in_thread(lambda: self._inner.connect_tcp(host, port, left, *args, **more), self.opening)
        return _LimitedStream(inner, self.opening)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.NetworkStream:
        inner = self._inner.connect_unix_socket(path, for_connecting(timeout), *args, **more)
        return _LimitedStream(inner, self.opening)

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class LimitedAsyncStream(httpcore.AsyncNetworkStream, _Owned):
    """A connection within limits, for asyncio.

    Args:
        inner: The connection.
        opening: What its pool is opening.

    Attributes:
        loop: The event loop that it belongs to.
    """

    def __init__(self, inner: httpcore.AsyncNetworkStream, opening: Opening) -> None:
        import asyncio  # sync clients need none

        super().__init__()
        self.loop = asyncio.get_running_loop()
        self._inner, self._opening, self._memories = inner, opening, internals.memories(inner)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._check_owner()
        return await self._inner.read(max_bytes, self.for_read(timeout))

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not buffer:  # the end of a request may be nothing
            return
        self._check_owner()
        limit = self.for_write(timeout)
        try:
            await self._inner.write(buffer, limit)
        except httpcore.WriteTimeout as error:
            if is_answered := self.get_extra_info("is_readable"):
                internals.let_read(self._inner)
            raise _late(error, is_answered) from None

    async def aclose(self) -> None:
        if self._is_owner():  # the loop of another process hears of what is closed here
            await self._inner.aclose()

    async def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        limit = for_connecting(timeout)
        try:
            inner = await _cancellable(
                lambda: self._inner.start_tls(ssl_context, server_hostname, limit), self._opening
            )
        except BaseException:  # of a cancellation, the stream below is not closed
            import anyio

            with anyio.CancelScope(shield=True):
                await self._inner.aclose()
            raise
        return LimitedAsyncStream(inner, self._opening)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable" and any(each.pending for each in self._memories):
            return True  # as it says of the socket
        return self._inner.get_extra_info(info)


class _AsyncBackend(httpcore.AsyncNetworkBackend):
    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner, self.opening = inner, Opening()

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.AsyncNetworkStream:
        limit = for_connecting(timeout)
        inner = await _cancellable(lambda: self._inner.connect_tcp(host, port, limit, *args, **more), self.opening)
        return LimitedAsyncStream(internals.quick(inner), self.opening)

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.AsyncNetworkStream:
        inner = await self._inner.connect_unix_socket(path, for_connecting(timeout), *args, **more)
        return LimitedAsyncStream(inner, self.opening)

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)
