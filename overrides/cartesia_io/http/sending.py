"""Sending a request past the client and the transport of httpx, which would only check it again. Sync, then async."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx

from . import internals

_LOG = logging.getLogger("httpx")


class _Guarded:
    """The body of a response, which closes its connection if that has read more than the response.

    The pools in transports of the caller would use it again; what they find closed, they do not.
    """

    def __init__(self, stream: Any, network: Any) -> None:
        self._stream, self._network = stream, network

    def _has_more(self) -> bool:
        """Return whether the next request would get what this one has not."""
        state = internals.h11_state(self._stream)
        return state is not None and (
            internals.has_surplus(state) or any(each.pending for each in internals.memories(self._network))
        )


# One class for each color: a stream that is dropped is closed in the way that its body has.


class _GuardedBody(_Guarded, httpx.SyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        if self._has_more():
            self._network.close()
        self._stream.close()


class _AsyncGuardedBody(_Guarded, httpx.AsyncByteStream):
    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            yield chunk

    async def aclose(self) -> None:
        if self._has_more():
            await self._network.aclose()
        await self._stream.aclose()


def _guarded(response: httpx.Response, kind: type[Any]) -> httpx.Response:
    if (network := response.extensions.get("network_stream")) is not None:
        response.stream = kind(response.stream, network)
    return response


def _response(found: Any, stream: Any) -> httpx.Response:
    """Return a response of httpcore as the transport of httpx does."""
    response = httpx.Response(found.status, headers=found.headers, stream=stream, extensions=found.extensions)
    if b"".join(map(b"".join, found.headers)).isascii():
        response.headers.encoding = "ascii"  # httpx would find that out header by header
    return response


def send(client: httpx.Client, request: httpx.Request) -> httpx.Response:
    """Send a request: past the client, whose cookies, authentication and redirects are not in use, where that can be."""
    if (transport := internals.transport_for(client, request)) is None:
        return _guarded(
            httpx.Client.send(client, request, stream=True, auth=None, follow_redirects=False), _GuardedBody
        )
    began = time.perf_counter()
    if (pool := internals.pool_below(transport.handle_request, request)) is None:
        return _guarded(_completed(client, request, transport.handle_request(request), began), _GuardedBody)
    with internals.MAPPING():
        found = pool.handle_request(pool.request_of(request))
    return _completed(client, request, _response(found, internals.STREAMS[0](found.stream)), began)


async def asend(client: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
    """Send a request, as `send` does."""
    if (transport := internals.transport_for(client, request)) is None:
        return _guarded(
            await httpx.AsyncClient.send(client, request, stream=True, auth=None, follow_redirects=False),
            _AsyncGuardedBody,
        )
    began = time.perf_counter()
    if (pool := internals.pool_below(transport.handle_async_request, request)) is None:
        return _guarded(
            _completed(client, request, await transport.handle_async_request(request), began), _AsyncGuardedBody
        )
    with internals.MAPPING():
        found = await pool.handle_async_request(pool.request_of(request))
    return _completed(client, request, _response(found, internals.STREAMS[1](found.stream)), began)


def _completed(client: Any, request: httpx.Request, response: httpx.Response, began: float) -> httpx.Response:
    """Add to a response of a transport what a client of httpx adds: its request, its time, and a line of its log."""
    response.request = request
    timed = internals.TIMED[isinstance(client, httpx.AsyncClient)]  # streams of tests are of both kinds
    response.stream = timed(response.stream, response, began)
    if _LOG.isEnabledFor(logging.INFO):
        status = response.http_version, response.status_code, response.reason_phrase
        _LOG.info('HTTP Request: %s %s "%s %d %s"', request.method, request.url, *status)
    return response
