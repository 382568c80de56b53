"""Opening a connection with the WebSocket library, or being rejected. Sync and async."""

from __future__ import annotations

import functools
import logging
import threading
from collections.abc import Iterable
from typing import Any

from cartesia_api.arguments import ConfigurationError, InvalidRequestError
from websockets.exceptions import InvalidStatus
from websockets.sync import client as sync_client

from ..http.network import Way
from ..later import asyncio, httpx
from ..masking import masked
from ..system_sockets import shut_down
from ..text import one_line
from .plain_frames import read_plainly

MAX_FRAME_SIZE = 16 * 1024 * 1024
"""Bytes. Audio arrives in frames of some kilobytes; a longer frame is an error."""
CLOSING_HANDSHAKE_TIMEOUT = 0.5
"""Seconds to wait for the close frame of the service."""
# The query of the handshake may hold the key, and the library logs it. This logger drops everything.
_SILENT = logging.Logger("cartesia_client.silent", logging.CRITICAL + 1)


_OF_HANDSHAKE = {"connection", "content-length", "host", "transfer-encoding", "upgrade"}
"""Headers that a handshake has already, or that would have the service wait for a body; those of its own begin as below."""


def _is_of_handshake(name: str) -> bool:
    name = name.lower()
    return name in _OF_HANDSHAKE or (name.startswith("sec-websocket-") and name != "sec-websocket-protocol")


def check_handshake(headers: Iterable[str]) -> None:
    """Raise InvalidRequestError if a header is given by hand that the handshake of a socket sets."""
    if taken := [name for name in headers if _is_of_handshake(name)]:
        raise InvalidRequestError(
            f"extra_headers: the header {taken[0]} cannot be passed; the handshake of a socket sets it"
        )


def rejection(error: Exception) -> tuple[int, list[tuple[bytes, bytes]], bytes] | None:
    """Return status, headers and body of the response if the service rejected the handshake, else None.

    The body stays as it arrived: an encoding that cannot be decoded must not hide the status.
    """
    if not isinstance(error, InvalidStatus):
        return None
    response = error.response
    # Releases of the library differ in how they decode bytes that are not ASCII.
    raw = [(name.encode(), value.encode("utf-8", "surrogateescape")) for name, value in response.headers.raw_items()]
    headers = [(name, value) for name, value in raw if name.lower() != b"content-encoding"]
    return response.status_code, headers, masked(bytes(response.body or b""))


def describe_failure(error: Exception) -> str:
    """Return why there is no connection, in words, without the address, which may hold the key."""
    if isinstance(error, TimeoutError):
        return "no connection in time"
    return f"no connection ({type(error).__name__}: {one_line(str(error).partition('://')[0], 200)})"


def _opened(connection: Any) -> Any:
    """Return a connection of the library without the request that opened it, whose address or headers hold the key."""
    connection.request = None
    connection.protocol.uri = None
    return connection


def _options(headers: dict[str, str], way: Way) -> dict[str, Any]:
    """Return the options of the library for opening a connection."""
    options: dict[str, Any] = {
        # Those of all requests, such as "Connection: close", are not meant for a handshake.
        "additional_headers": {name: value for name, value in headers.items() if not _is_of_handshake(name)},
        "user_agent_header": None,
        "open_timeout": way.timeout,
        "close_timeout": CLOSING_HANDSHAKE_TIMEOUT,
        "max_size": MAX_FRAME_SIZE,
        # The library would take a slow reader (one that plays the audio) for a dead connection: see `keepalive`.
        "ping_interval": None,
        "compression": None,  # base64 of noise-like samples hardly gets smaller, and compressing it takes time
        "logger": _SILENT,
        "proxy": way.proxy.url and way.proxy.url.reveal(),
    }
    if way.tls is not None:
        options["ssl"] = way.tls
    if way.proxy.tls is not None:
        options["proxy_ssl"] = way.proxy.tls
    return {**options, **way.options}


def _tunnel(address: str, way: Way) -> dict[str, Any]:
    """Return the options for going through a proxy that needs headers of its own, which the library cannot send.

    Raises:
        ConfigurationError: It is a proxy over TLS.
        OSError: The proxy refuses.
    """
    if not way.proxy.headers or not way.proxy.url:
        return {}
    if not way.proxy.url.reveal().startswith("http://"):
        raise ConfigurationError(
            "WebSockets cannot send headers to an https:// proxy; use a user name and a password, or http://"
        )
    import httpcore  # hardly a socket needs it

    url, proxy = httpx.URL(address), httpx.URL(way.proxy.url.reveal())
    target = f"{url.host}:{url.port or (443 if url.scheme == 'wss' else 80)}".encode()
    host, port = proxy.raw_host, proxy.port or 80
    request = httpcore.Request(
        "CONNECT",
        httpcore.URL(scheme=b"http", host=host, port=port, target=target),
        headers=[
            (b"Host", target),
            *((name.encode(), value.encode()) for name, value in way.proxy.headers.reveal().items()),
        ],
        extensions={"timeout": dict.fromkeys(("connect", "read", "write"), way.timeout)},
    )
    connection = httpcore.HTTPConnection(httpcore.Origin(b"http", host, port))
    response = connection.handle_request(request)
    if not 200 <= response.status < 300:
        connection.close()
        raise OSError(f"the proxy refuses with {response.status}")
    opened = response.extensions["network_stream"].get_extra_info("socket")
    opened.settimeout(None)
    return {"sock": opened, "proxy": None}


class _NoRedirect:
    """Keeps the library from following redirects: the next address would get the key."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        """Return the error instead of the next address."""
        return exc


class _Connection(sync_client.ClientConnection):
    """A connection for threads that begins and ends when it should."""

    # Python below 3.13 does not keep two threads from entering one TLS connection. A ticket of the service that is read while
    # the request is being sent makes both wait until the service gives up, 6 times in 1,000 on a busy machine. So the thread
    # that reads waits for the request; after the response, no ticket is left to come.

    def __init__(self, sock: Any, protocol: Any, **options: Any) -> None:
        self._requested = threading.Event()
        read_plainly(protocol)
        super().__init__(sock, protocol, **options)

    def send_data(self) -> None:
        """Send what is to be sent, the request first."""
        try:
            super().send_data()
        finally:
            if not self._requested.is_set():  # which costs a tenth of setting it, for each frame
                self._requested.set()

    def recv_events(self) -> None:
        """Read until the connection ends."""
        self._requested.wait()
        super().recv_events()

    # The thread of the library that reads is blocked in the system while a record of TLS is incomplete, or when one holds no data
    # (a ticket). Closing the descriptor does not wake it, and the library waits for its end without a limit.

    def close_socket(self) -> None:
        """Close the socket, and wake the thread that reads from it."""
        self._requested.set()
        shut_down(self.socket)
        super().close_socket()


@functools.cache
def _opener(base: type) -> Any:
    """Return what opens connections without following redirects."""
    return type("_Reconnect", (_NoRedirect, base), {})


def open_connection(address: str, headers: dict[str, str], way: Way) -> Any:
    """Return an open connection of the library. Raise one of SOCKET_ERRORS if that fails."""
    options = {**_options(headers, way), **_tunnel(address, way), "create_connection": _Connection}
    options.pop("write_limit", None)  # the library has it for asyncio alone
    base: Any = getattr(sync_client, "reconnect", None)
    if base is None:  # older releases of the library have no class to override, and follow no redirect
        return _opened(sync_client.connect(address, **options))
    return _opened(_opener(base)(address, **options).__enter__())


async def aopen_connection(address: str, headers: dict[str, str], way: Way) -> Any:
    """Return an open connection of the library. Raise one of SOCKET_ERRORS if that fails."""
    tunnel = await asyncio.to_thread(_tunnel, address, way) if way.proxy.headers else {}
    from websockets.asyncio.client import ClientConnection, connect  # threads need none of it

    def create_connection(protocol: Any, **options: Any) -> Any:
        read_plainly(protocol)
        return ClientConnection(protocol, **options)

    options = {**_options(headers, way), **tunnel, "create_connection": create_connection}
    return _opened(await _opener(connect)(address, **options))
