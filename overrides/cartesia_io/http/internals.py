"""What this package uses of httpx, httpcore and anyio beside their public names, all in one place.

httpx chooses the transport for a URL, and keeps pools of httpcore in its transports, whose connections have locks and streams of
anyio; none of them can be asked for, or be replaced, in public. Each function says what it returns when the names are not there,
as in another version of these libraries. Then the slower way is taken, which needs public names alone: `tests/unit/test_pool.py`,
`test_tcp_stream.py`, `test_exchange.py` and `test_http_options.py` show that it does the same.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import sys
import time
from collections.abc import Iterator
from types import FunctionType, MethodType
from typing import Any, NamedTuple

import httpx

_LOG = logging.getLogger("httpcore.http11")


class Sizes(NamedTuple):
    """How large a pool may become."""

    connections: int
    idle: int


def transports(client: httpx.Client | httpx.AsyncClient) -> list[Any]:
    """Return the transports of a client: that of all URLs, and those of its proxies and mounts. None, if they cannot be seen."""
    mounts: dict[Any, Any] = getattr(client, "_mounts", {})
    found = (getattr(client, "_transport", None), *mounts.values())
    return [each for each in found if each is not None]


def pool_sizes(pool: Any) -> Sizes | None:
    """Return the sizes of a pool of httpcore whose connections serve one request at a time; None for others, as of HTTP/2."""
    found = getattr(pool, "_max_connections", None), getattr(pool, "_max_keepalive_connections", None)
    is_known = hasattr(pool, "create_connection") and getattr(pool, "_http2", True) is False
    return Sizes(*found) if is_known and all(isinstance(each, int) for each in found) else None  # type: ignore[arg-type]  # just asked


def quick(made: Any) -> Any:
    """Return a connection of httpcore over asyncio as one that takes fewer steps; as it is, if it is of an unknown kind.

    It must have been opened just now. If something has arrived already, it stays as it is, too.
    """
    from anyio.abc import ByteStream

    from .tcp_stream import TcpStream

    opened: Any = getattr(made, "_stream", None)
    transport: Any = getattr(opened, "_transport", None)
    protocol: Any = getattr(opened, "_protocol", None)
    is_known = hasattr(transport, "set_protocol") and hasattr(protocol, "read_event") and isinstance(opened, ByteStream)
    if not is_known or protocol.read_event.is_set() or transport.is_closing():
        return made
    # What encrypts, and what is asked of the connection, come to the stream by this name.
    made._stream = TcpStream(made, opened, transport)
    return made._stream


def unlock(connection: Any) -> None:
    """Take the locks from an async connection of httpcore that has had a response; those of another kind keep theirs.

    The pools here give a connection one request at a time. Even a lock that is free lets the event loop go round once.
    """
    inner: Any = getattr(connection, "_connection", None)
    if getattr(inner, "_state_lock", _NO_LOCK) is not _NO_LOCK and hasattr(connection, "_request_lock"):
        connection._request_lock = inner._state_lock = _NO_LOCK


_NO_LOCK: Any = contextlib.nullcontext()


def layers(connection: Any) -> Iterator[Any]:
    """Yield a connection or a stream of httpcore and each layer under it, down to the transport of asyncio."""
    # Each holds the one below it under one of these names: the connections of httpcore through their streams, with the limits of
    # `limited_streams`, to those of anyio with or without TLS.
    names = ("_connection", "_network_stream", "_inner", "_stream", "transport_stream", "_transport")
    layer = connection
    while layer is not None:
        yield layer
        is_last = hasattr(layer, "abort")
        layer = None if is_last else next((found for name in names if (found := getattr(layer, name, None))), None)


def memories(stream: Any) -> list[Any]:
    """Return what takes in the bytes of a stream before they are read, so that its socket does not show them; each has `pending`.

    Where a program encrypts in memory, the records that wait are in `_read_bio` of streams of anyio, and in `_incoming` of the
    sync stream of httpcore through a proxy. `TcpStream` is one itself.
    """
    found = [
        layer if name is None else getattr(layer, name, None)
        for layer in layers(stream)
        for name in (None, "_read_bio", "_incoming")
    ]
    return [each for each in found if hasattr(each, "pending")]


def let_read(stream: Any) -> None:
    """Let a stream be read after a write that took too long. The TLS of anyio refuses both, though only writing is over."""
    for layer in layers(stream):
        if hasattr(layer, "_broken"):
            layer._broken = False


_BELOW = ("_connection", "_httpcore_stream", "_stream")


def h11_state(holder: Any) -> Any:
    """Return what h11 knows of a connection of httpcore, or of that of a body; None of one of another kind, or not connected."""
    while holder is not None and not hasattr(holder, "_h11_state"):
        holder = next((below for name in _BELOW if (below := getattr(holder, name, None)) is not None), None)
    return getattr(holder, "_h11_state", None)


def has_surplus(state: Any) -> bool:
    """Return whether h11 has read more than the response, on an idle connection, which the next request would get."""
    return bool(state.trailing_data[0])


_STEPS = ("_h11_state", "_network_stream", "_response_closed", "_expire_at", "_keepalive_expiry")


class _States(NamedTuple):
    """Two states of connections of a kind."""

    active: Any
    idle: Any


_STATES: dict[type, _States | None] = {}
"""Those of each kind; None of one that is not known."""


def _states_of(exchanging: Any) -> _States | None:
    kind = type(exchanging)
    if kind not in _STATES:
        states: Any = type(getattr(exchanging, "_state", None))
        is_known = all(hasattr(exchanging, name) for name in _STEPS) and hasattr(states, "ACTIVE")
        _STATES[kind] = _States(states.ACTIVE, states.IDLE) if is_known else None
    return _STATES[kind]


def exchanging(connection: Any) -> Any:
    """Return what exchanges requests and responses in a connection of httpcore; None if it must do so by itself.

    So it must if it has not connected, or has to log what it does.
    """
    inner = getattr(connection, "_connection", None)
    return inner if _states_of(inner) and not _LOG.isEnabledFor(logging.DEBUG) else None


def begin(exchanging: Any) -> None:
    """Let a connection be in use from now on, by an exchange that it does not make by itself."""
    if states := _states_of(exchanging):
        exchanging._state = states.active


def rest(exchanging: Any) -> None:
    """Let a connection be idle from now on, after such an exchange; one that was closed in the meantime stays closed."""
    if (states := _states_of(exchanging)) and exchanging._state is states.active:
        exchanging._state = states.idle
    if exchanging._keepalive_expiry is not None:
        exchanging._expire_at = time.monotonic() + exchanging._keepalive_expiry


@functools.lru_cache(64)  # it is asked several times for each request
def _is_of(function: Any, *modules: str) -> bool:
    """Return whether a method is that of one of these modules: packages that answer, record or trace requests replace methods."""
    return type(function) is FunctionType and function.__globals__.get("__name__") in modules


def is_replaced(handle: Any) -> bool:
    """Return whether another package has replaced the method of a pool of httpcore that handles requests, as respx does."""
    return not _is_of(handle, "httpcore._sync.connection_pool", "httpcore._async.connection_pool")


def transport_for(client: Any, request: httpx.Request) -> Any:
    """Return the transport of a client for a request, to be called without the client; None if the client must send by itself.

    So it must if it has hooks, or an encoding of its own, or if another package has replaced one of its methods, as those do that
    trace requests, or record them.
    """
    kind: Any = httpx.AsyncClient if isinstance(client, httpx.AsyncClient) else httpx.Client
    is_original = _is_of(kind.send, "httpx._client") and _is_of(getattr(kind, _SEND_ONE, None), "httpx._client")
    hooks, encoding = getattr(client, "_event_hooks", None), getattr(client, "_default_encoding", None)
    if not is_original or hooks is None or any(hooks.values()) or encoding != "utf-8" or None in TIMED:
        return None
    if "timeout" not in request.extensions or not hasattr(client, "_transport_for_url") or client.is_closed:
        return None  # a closed client says so by itself
    return client._transport_for_url(request.url)


_SEND_ONE = "_send_single_request"
TIMED: tuple[Any, ...] = tuple(
    getattr(getattr(httpx, "_client", None), name, None) for name in ("BoundSyncStream", "BoundAsyncStream")
)
"""Bodies of responses that state how long they took; sync, async."""


_DEFAULT: Any = sys.modules.get("httpx._transports.default")
MAPPING: Any = getattr(_DEFAULT, "map_httpcore_exceptions", None)
"""Raises errors of httpcore as those of httpx."""
STREAMS: tuple[Any, ...] = tuple(getattr(_DEFAULT, name, None) for name in ("ResponseStream", "AsyncResponseStream"))
"""Bodies of responses that do the same; sync, async."""
_DIRECT = MAPPING is not None and None not in STREAMS


def pool_below(handle: Any, request: httpx.Request) -> Any:
    """Return the pool of this package below a transport, to be asked without it; None if the transport must be asked.

    The transport checks each header and address again, which httpx has made itself just before. It must be asked if it is none
    of httpx, or if another package has replaced its method, as those do that answer in tests.

    Args:
        handle: The method of the transport that handles requests.
        request: The request.
    """
    is_original = type(handle) is MethodType and _is_of(handle.__func__, "httpx._transports.default")
    if not (_DIRECT and is_original):
        return None
    if "target" in request.extensions or not isinstance(request.stream, httpx.SyncByteStream | httpx.AsyncByteStream):
        return None
    pool = getattr(handle.__self__, "_pool", None)
    return pool if hasattr(type(pool), "request_of") else None
