"""Pools of connections, in place of those of httpcore, for HTTP/1.1. `slots` says why. Sync twin, then async twin."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Collection, Iterator
from typing import Any, Self

import httpcore
import httpx

from . import internals
from .exchange import AsyncExchange, Exchange
from .slots import Connection, Slots, Waiter

_SCHEMES = (b"http", b"https")


def install(client: httpx.Client | httpx.AsyncClient, foreign: Collection[Any]) -> None:
    """Replace the pools in the transports of an httpx client, where they are of a known kind.

    Args:
        client: The client.
        foreign: Transports of the caller, which stay as they are: other clients may use them, too.
    """
    for transport in internals.transports(client):
        pool = getattr(transport, "_pool", None)
        if any(transport is each for each in foreign) or (sizes := internals.pool_sizes(pool)) is None:
            continue
        if isinstance(pool, httpcore.ConnectionPool):
            transport._pool = Pool(pool, sizes)
        elif isinstance(pool, httpcore.AsyncConnectionPool):
            transport._pool = AsyncPool(pool, sizes)


class _Pool:
    """What both pools share.

    Args:
        made: The pool of httpcore, which knows how to connect: its proxies, certificates and other options. It is asked to handle
            a request if another package has replaced its method, to answer, record or trace requests.
        sizes: How many connections there may be.
    """

    def __init__(self, made: Any, sizes: internals.Sizes) -> None:
        self.made = made
        self._slots = Slots(sizes, made.create_connection)

    @staticmethod
    def request_of(request: httpx.Request) -> httpcore.Request:
        """Return a request of httpx as one of httpcore, whose class would check again that all in it is bytes."""
        url, made = request.url, httpcore.Request.__new__(httpcore.Request)
        made.method, made.headers = request.method.encode(), request.headers.raw
        made.url = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        made.stream, made.extensions = request.stream, request.extensions
        return made

    def __getattr__(self, name: str) -> Any:
        return getattr(self.made, name)  # its options, which `network` reads

    @property
    def connections(self) -> list[Connection]:
        """Return the connections that are open."""
        return list(self._slots.connections)


def _timeout(request: httpcore.Request) -> float | None:
    timeouts: dict[str, float | None] = request.extensions.get("timeout", {})
    return timeouts.get("pool")


def _checked(connection: Connection | None) -> Connection:
    if connection is None:
        raise httpcore.ConnectError("the connections were closed")
    return connection


class Pool(_Pool):
    """A pool of connections that threads share."""

    def __init__(self, made: Any, sizes: internals.Sizes) -> None:
        super().__init__(made, sizes)
        self._lock = threading.Lock()

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request, and return its response, which keeps a connection until it is closed."""
        if request.url.scheme not in _SCHEMES or internals.is_replaced(type(self.made).handle_request):
            return self.made.handle_request(request)  # type: ignore[no-any-return]  # or raises an error
        while True:
            connection = self._take(request)
            try:
                begun = Exchange.begin(connection, request)
                response: httpcore.Response = begun.send() if begun else connection.handle_request(request)
                response.stream = _Body(response.stream, connection, self)
                return response
            except httpcore.ConnectionNotAvailable:
                self.give(connection)  # the service has closed it just now; it is forgotten
            except BaseException:
                self.give(connection)
                raise

    def _take(self, request: httpcore.Request) -> Connection:
        origin = request.url.origin
        woken: threading.Event | None = None
        waiter: Waiter | None = None
        with self._lock:
            connection, closing = self._slots.take(origin)
            if connection is None:
                woken = threading.Event()
                self._slots.wait(waiter := Waiter(origin, woken.set))
        for each in closing:
            each.close()
        if woken is None or waiter is None:
            return connection
        try:
            if not woken.wait(_timeout(request)):
                raise httpcore.PoolTimeout("all connections are in use")
        except BaseException:
            with self._lock:
                closing = self._slots.leave(waiter)
            for each in closing:
                each.close()
            raise
        return _checked(waiter.connection)

    def give(self, connection: Connection) -> None:
        """Take a connection back from its request."""
        with self._lock:
            closing = self._slots.give(connection)
        for each in closing:
            each.close()

    def close(self) -> None:
        """Close all connections. The client ends those that are being opened."""
        with self._lock:
            closing = self._slots.end()
        for each in closing:
            each.close()
        self.made.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class _Body:
    """The body of a response. Its connection goes back to the pool when it is closed."""

    def __init__(self, stream: Any, connection: Connection, pool: Pool) -> None:
        self._stream, self._connection, self._pool = stream, connection, pool
        self._is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._stream
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            try:
                self._stream.close()
            finally:
                self._pool.give(self._connection)


class AsyncPool(_Pool):
    """A pool of connections that the tasks of an event loop share."""

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request, and return its response, which keeps a connection until it is closed."""
        if request.url.scheme not in _SCHEMES or internals.is_replaced(type(self.made).handle_async_request):
            return await self.made.handle_async_request(request)  # type: ignore[no-any-return]  # or raises an error
        while True:
            connection = await self._take(request)
            try:
                begun = AsyncExchange.begin(connection, request)
                response: httpcore.Response = await (
                    begun.send() if begun else connection.handle_async_request(request)
                )
                internals.unlock(connection)
                response.stream = _AsyncBody(response.stream, connection, self)
                return response
            except httpcore.ConnectionNotAvailable:
                await self.give(connection)  # the service has closed it just now; it is forgotten
            except BaseException:
                await self.give(connection)
                raise

    async def _take(self, request: httpcore.Request) -> Connection:
        import asyncio  # sync clients load this module, too

        origin = request.url.origin
        connection, closing = self._slots.take(origin)
        if connection is not None and not closing:
            return connection
        if connection is not None:
            try:
                await _close(closing)
            except BaseException:
                await self.give(connection)
                raise
            return connection
        woken = asyncio.Event()
        self._slots.wait(waiter := Waiter(origin, woken.set))
        try:
            await _close(closing)
            async with asyncio.timeout(_timeout(request)):
                await woken.wait()
        except BaseException as error:
            await _close(self._slots.leave(waiter))
            if isinstance(error, TimeoutError):
                raise httpcore.PoolTimeout("all connections are in use") from None
            raise
        return _checked(waiter.connection)

    async def give(self, connection: Connection) -> None:
        """Take a connection back from its request."""
        if closing := self._slots.give(connection):
            await _close(closing)

    def drop(self, connections: list[Connection]) -> None:
        """Drop connections of an event loop that is over."""
        self._slots.drop(connections)

    async def aclose(self) -> None:
        """Close all connections. The client ends those that are being opened."""
        await _close(self._slots.end())
        await self.made.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()


async def _close(connections: list[Connection]) -> None:
    """Close connections, even if the task is canceled."""
    if connections := [each for each in connections if not each.is_closed()]:
        import anyio  # on which the async connections of httpcore stand

        with anyio.CancelScope(shield=True):
            for each in connections:
                await each.aclose()


class _AsyncBody:
    """The body of a response. Its connection goes back to the pool when it is closed."""

    def __init__(self, stream: Any, connection: Connection, pool: AsyncPool) -> None:
        self._stream, self._connection, self._pool = stream, connection, pool
        self._is_closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._stream:
                yield chunk
        except BaseException:
            await self.aclose()
            raise

    async def aclose(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            try:
                await self._stream.aclose()
            finally:
                await self._pool.give(self._connection)
