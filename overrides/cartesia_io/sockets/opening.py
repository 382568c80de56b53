"""Opening a connection with the WebSocket library, or being rejected. Sync and async."""

from __future__ import annotations

import logging
import ssl
from typing import Any, NamedTuple

from websockets.asyncio import client as asyncio_client
from websockets.exceptions import InvalidStatus
from websockets.sync import client as sync_client

from .keepalive import SocketTimeouts
from .websocket import AsyncSocket, Socket

MAX_FRAME_SIZE = 16 * 1024 * 1024
"""Bytes. Audio arrives in frames of some kilobytes; a longer frame is an error."""
CLOSING_HANDSHAKE_TIMEOUT = 0.5
"""Seconds to wait for the close frame of the service."""
# The query of the handshake may hold the key, and the library logs it. This logger drops everything.
_SILENT = logging.Logger("cartesia_client.silent", logging.CRITICAL + 1)


class Settings(NamedTuple):
    """How sockets are opened and watched."""

    timeout: float | None
    """Seconds to wait for the connection. None waits for ever."""
    tls: ssl.SSLContext | None
    """What checks the certificate of the service; None without TLS."""
    proxy: str | None
    """URL of the proxy; None for a direct connection."""
    proxy_tls: ssl.SSLContext | None
    """What checks the certificate of the proxy; None for the library's choice."""
    timeouts: SocketTimeouts


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
    return response.status_code, headers, bytes(response.body or b"")


def _opened(connection: Any) -> Any:
    """Return a connection of the library without the request that opened it, whose address or headers hold the key."""
    connection.request = None
    connection.protocol.uri = None
    return connection


def _options(address: str, headers: dict[str, str], settings: Settings) -> dict[str, Any]:
    """Return the options of the library for opening a connection."""
    options: dict[str, Any] = {
        "additional_headers": headers,
        "user_agent_header": None,
        "open_timeout": settings.timeout,
        "close_timeout": CLOSING_HANDSHAKE_TIMEOUT,
        "max_size": MAX_FRAME_SIZE,
        # The library would take a slow reader (one that plays the audio) for a dead connection: see `keepalive`.
        "ping_interval": None,
        "compression": None,  # base64 of noise-like samples hardly gets smaller, and compressing it takes time
        "logger": _SILENT,
        "proxy": settings.proxy,
    }
    if settings.tls is not None:
        options["ssl"] = settings.tls
    if settings.proxy_tls is not None:
        options["proxy_ssl"] = settings.proxy_tls
    return options


class _NoRedirect:
    """Keeps the library from following redirects: the next address would get the key."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        """Return the error instead of the next address."""
        return exc


class _Connect(_NoRedirect, asyncio_client.connect):
    """Opens a connection for asyncio."""


def open_socket(address: str, headers: dict[str, str], settings: Settings) -> Socket:
    """Open a connection. Raise one of SOCKET_ERRORS if that fails."""
    options = _options(address, headers, settings)
    base: Any = getattr(sync_client, "reconnect", None)
    if base is None:  # older releases of the library have no class to override, and follow no redirect
        return Socket(_opened(sync_client.connect(address, **options)), settings.timeouts)
    opener: Any = type("_Reconnect", (_NoRedirect, base), {})
    return Socket(_opened(opener(address, **options).__enter__()), settings.timeouts)


async def aopen_socket(address: str, headers: dict[str, str], settings: Settings) -> AsyncSocket:
    """Open a connection. Raise one of SOCKET_ERRORS if that fails."""
    return AsyncSocket(_opened(await _Connect(address, **_options(address, headers, settings))), settings.timeouts)
