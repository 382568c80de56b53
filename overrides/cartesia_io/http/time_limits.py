"""Time limits that httpx lacks: for all headers of a response together, for the rest of a body, and for a whole attempt.

httpx limits each read alone, so a service that sends one interim response after another is never too late. Here, the network
streams below it know until when they may read.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextvars import ContextVar
from typing import Any

import httpcore
import httpx

END_TIMEOUT, MAX_END = 0.2, 65536
"""Seconds and bytes that the end of a body may take."""
_ATTEMPT: ContextVar[float | None] = ContextVar("attempt", default=None)
"""While an attempt is under way, until its headers have arrived: the time at which it must end."""


@contextlib.contextmanager
def attempt(seconds: float) -> Iterator[None]:
    """End what is sent and received in the block, up to the headers of a response, after so many seconds."""
    token = _ATTEMPT.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ATTEMPT.reset(token)


def limit_body(response: httpx.Response, seconds: float) -> bool:
    """End the reading of a body after so many seconds, and return whether that is possible: HTTP/2 shares its connections."""
    stream = response.extensions.get("network_stream")
    if not isinstance(stream, _Limits) or not response.http_version.startswith("HTTP/1"):
        return False
    stream.body_until = time.monotonic() + seconds
    return True


def finish_body(response: httpx.Response, chunks: Iterator[bytes]) -> None:
    """Read the end of a body of which nothing more is of use, so that its connection can be used again.

    A service that goes on instead, or says nothing for 0.2 s, gets no more patience.
    """
    if limit_body(response, END_TIMEOUT):
        left = MAX_END
        with contextlib.suppress(httpx.RequestError):
            for chunk in chunks:
                left -= len(chunk)
                if left < 0:
                    break


async def afinish_body(response: httpx.Response, chunks: AsyncIterator[bytes]) -> None:
    """Read the end of a body, as `finish_body` does."""
    if limit_body(response, END_TIMEOUT):
        left = MAX_END
        with contextlib.suppress(httpx.RequestError):
            async for chunk in chunks:
                left -= len(chunk)
                if left < 0:
                    break


def install(client: httpx.Client | httpx.AsyncClient) -> None:
    """Wrap the connections of an httpx client, so that they keep the limits. A transport of another kind is left as it is."""
    transports: Iterable[Any] = (client._transport, *client._mounts.values())
    for transport in transports:
        pool: Any = getattr(transport, "_pool", transport)
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, httpcore.NetworkBackend):
            pool._network_backend = _Backend(backend)
        elif isinstance(backend, httpcore.AsyncNetworkBackend):
            pool._network_backend = _AsyncBackend(backend)


class _Limits:
    """Until when one connection may read and write."""

    def __init__(self) -> None:
        self.body_until = math.inf
        self._waiting_since: float | None = None
        """When the first read began after a request was written."""

    def for_read(self, timeout: float | None) -> float | None:
        """Return the timeout of the next read."""
        until = _ATTEMPT.get()
        if until is None:
            return _remaining(self.body_until, timeout)
        self._waiting_since = self._waiting_since or time.monotonic()
        return _remaining(min(until, self._waiting_since + (math.inf if timeout is None else timeout)), timeout)

    def for_write(self, timeout: float | None) -> float | None:
        """Return the timeout of the next write."""
        self._waiting_since = None
        return _remaining(_ATTEMPT.get(), timeout)


def _for_connecting(timeout: float | None) -> float | None:
    return _remaining(_ATTEMPT.get(), timeout, httpcore.ConnectTimeout)


def _remaining(
    until: float | None, timeout: float | None, error: type[httpcore.TimeoutException] = httpcore.ReadTimeout
) -> float | None:
    """Return a timeout that does not go beyond a time. Raise the error if that has passed."""
    if until is None or until == math.inf:
        return timeout
    left = until - time.monotonic()
    if left <= 0:
        raise error("the time is up")
    return left if timeout is None else min(left, timeout)


class _LimitedStream(httpcore.NetworkStream, _Limits):
    """A connection within limits. Sync, then async."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        super().__init__()
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self.for_read(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self.for_write(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _LimitedStream(self._inner.start_tls(ssl_context, server_hostname, _for_connecting(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, inner: httpcore.NetworkBackend) -> None:
        self._inner = inner

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.NetworkStream:
        return _LimitedStream(self._inner.connect_tcp(host, port, _for_connecting(timeout), *args, **more))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.NetworkStream:
        return _LimitedStream(self._inner.connect_unix_socket(path, _for_connecting(timeout), *args, **more))

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _LimitedAsyncStream(httpcore.AsyncNetworkStream, _Limits):
    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        super().__init__()
        self._inner = inner

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._inner.read(max_bytes, self.for_read(timeout))

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._inner.write(buffer, self.for_write(timeout))

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        return _LimitedAsyncStream(await self._inner.start_tls(ssl_context, server_hostname, _for_connecting(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _AsyncBackend(httpcore.AsyncNetworkBackend):
    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner = inner

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.AsyncNetworkStream:
        return _LimitedAsyncStream(await self._inner.connect_tcp(host, port, _for_connecting(timeout), *args, **more))

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.AsyncNetworkStream:
        return _LimitedAsyncStream(await self._inner.connect_unix_socket(path, _for_connecting(timeout), *args, **more))

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)
