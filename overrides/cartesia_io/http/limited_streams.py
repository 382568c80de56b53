"""Connections of httpcore that keep the limits of `time_limits`. Sync twin, then async twin.

A module of its own, so that importing a client does not load httpcore: httpx does so with its first client.
"""

from __future__ import annotations

import contextlib
import socket
from typing import TYPE_CHECKING, Any

import httpcore

from . import internals
from .time_limits import Limits, for_connecting

if TYPE_CHECKING:
    import httpx


def install(client: httpx.Client | httpx.AsyncClient) -> None:
    """Wrap the connections of an httpx client, so that they keep the limits. A transport of another kind is left as it is."""
    for transport in internals.transports(client):
        pool: Any = getattr(transport, "_pool", transport)
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, (_Backend, _AsyncBackend)):
            continue  # the transport is that of another client, too
        if isinstance(backend, httpcore.NetworkBackend):
            pool._network_backend = _Backend(backend)
        elif isinstance(backend, httpcore.AsyncNetworkBackend):
            pool._network_backend = _AsyncBackend(backend)


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
        return _LimitedStream(self._inner.start_tls(ssl_context, server_hostname, for_connecting(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, inner: httpcore.NetworkBackend) -> None:
        self._inner = inner

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.NetworkStream:
        return _LimitedStream(self._inner.connect_tcp(host, port, for_connecting(timeout), *args, **more))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.NetworkStream:
        return _LimitedStream(self._inner.connect_unix_socket(path, for_connecting(timeout), *args, **more))

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class LimitedAsyncStream(httpcore.AsyncNetworkStream, Limits):
    """A connection within limits, for asyncio.

    Attributes:
        loop: The event loop that it belongs to.
    """

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        import asyncio  # sync clients need none

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
        return LimitedAsyncStream(await self._inner.start_tls(ssl_context, server_hostname, for_connecting(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _AsyncBackend(httpcore.AsyncNetworkBackend):
    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner = inner

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.AsyncNetworkStream:
        return LimitedAsyncStream(await self._inner.connect_tcp(host, port, for_connecting(timeout), *args, **more))

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, *args: Any, **more: Any
    ) -> httpcore.AsyncNetworkStream:
        return LimitedAsyncStream(await self._inner.connect_unix_socket(path, for_connecting(timeout), *args, **more))

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)
