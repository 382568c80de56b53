"""Time limits that httpx lacks: for all headers of a response together, for a body, and for a whole attempt.

httpx limits each read alone, so a service that sends one interim response after another is never too late. Here, the network
streams below it know until when they may read.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import socket
import time
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from typing import Any

import httpcore
import httpx

_ATTEMPT: ContextVar[float | None] = ContextVar("attempt", default=None)
"""While an attempt is under way, until its headers have arrived: the time at which it must end."""


@contextlib.contextmanager
def attempt(seconds: float) -> Iterator[None]:
    """End what is sent and received in the block, up to the headers of a response, after so many seconds.

    Raises:
        httpx.ConnectTimeout: No time is left, so that nothing is sent.
    """
    if seconds <= 0:
        raise httpx.ConnectTimeout("the time of the whole call is up")
    token = _ATTEMPT.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ATTEMPT.reset(token)


def limit_timeouts(request: httpx.Request, seconds: float) -> None:
    """Let no timeout of a request go beyond so many seconds; `math.inf` changes none."""
    timeouts: dict[str, float | None] = request.extensions.get("timeout", {})
    if seconds < math.inf:
        limited = {name: seconds if each is None else min(each, seconds) for name, each in timeouts.items()}
        request.extensions["timeout"] = limited


def stream_of(response: httpx.Response) -> Limits | None:
    """Return the limits of the connection of a response; None over HTTP/2, which shares its connections, and over others."""
    stream = response.extensions.get("network_stream")
    return stream if isinstance(stream, Limits) and response.http_version.startswith("HTTP/1") else None


def install(client: httpx.Client | httpx.AsyncClient) -> None:
    """Wrap the connections of an httpx client, so that they keep the limits. A transport of another kind is left as it is."""
    transports: Iterable[Any] = (client._transport, *client._mounts.values())
    for transport in transports:
        pool: Any = getattr(transport, "_pool", transport)
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, (_Backend, _AsyncBackend)):
            continue  # the transport is that of another client, too
        if isinstance(backend, httpcore.NetworkBackend):
            pool._network_backend = _Backend(backend)
        elif isinstance(backend, httpcore.AsyncNetworkBackend):
            pool._network_backend = _AsyncBackend(backend)


class Limits:
    """Until when one connection may read and write."""

    def __init__(self) -> None:
        self._body_until = math.inf
        self._waiting_since: float | None = None
        """When the first read began after a request was written."""

    def limit(self, seconds: float) -> None:
        """End the reading of the body that arrives after so many seconds. The next request begins without a limit."""
        self._body_until = time.monotonic() + seconds

    def for_read(self, timeout: float | None) -> float | None:
        """Return the timeout of the next read."""
        until = _ATTEMPT.get()
        if until is None:
            return _remaining(self._body_until, timeout)
        self._waiting_since = self._waiting_since or time.monotonic()
        return _remaining(min(until, self._waiting_since + (math.inf if timeout is None else timeout)), timeout)

    def for_write(self, timeout: float | None) -> float | None:
        """Return the timeout of the next write."""
        self._waiting_since, self._body_until = None, math.inf
        return _remaining(_ATTEMPT.get(), timeout, httpcore.WriteTimeout)


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


class _LimitedStream(httpcore.NetworkStream, Limits):
    """A connection within limits."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        super().__init__()
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self.for_read(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self.for_write(timeout))

    def close(self) -> None:
        if isinstance(raw := self._inner.get_extra_info("socket"), socket.socket):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(raw, socket.SHUT_RDWR)  # wakes a thread that reads; closing does not
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


class LimitedAsyncStream(httpcore.AsyncNetworkStream, Limits):
    """A connection within limits, for asyncio.

    Attributes:
        loop: The event loop that it belongs to.
    """

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        super().__init__()
        self.loop = asyncio.get_running_loop()
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
        return LimitedAsyncStream(await self._inner.start_tls(ssl_context, server_hostname, _for_connecting(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _AsyncBackend(httpcore.AsyncNetworkBackend):
    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner = inner

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.AsyncNetworkStream:
        return LimitedAsyncStream(await self._inner.connect_tcp(host, port, _for_connecting(timeout), *args, **more))

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.AsyncNetworkStream:
        return LimitedAsyncStream(await self._inner.connect_unix_socket(path, _for_connecting(timeout), *args, **more))

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)
