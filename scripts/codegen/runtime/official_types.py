"""What the official library has besides the types of its operations, so that programs that name it run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

from .arguments import CartesiaError

DEFAULT_MAX_RETRIES = 2
ProxiesTypes = str | Mapping[str, str | None]
"""Proxies as older versions of httpx took them."""


class RequestOptions(TypedDict, total=False):
    """Options of one request, as the official library has them."""

    headers: Mapping[str, str]
    max_retries: int
    timeout: Any
    params: Mapping[str, Any]
    extra_json: Mapping[str, Any]
    idempotency_key: str
    follow_redirects: bool


class WebSocketQueueFullError(CartesiaError):
    """Too much waits to be sent. This client never raises it: it does not queue what it cannot send."""


def file_from_path(path: str | os.PathLike[str]) -> tuple[str, bytes]:
    """Return name and content of a file, for an upload. A path itself does as well, and is read while it is sent."""
    return os.path.basename(path), Path(path).read_bytes()


@dataclass(frozen=True)
class ReconnectingEvent:
    """What a handler of reconnections would get. This client never makes one: it reconnects by itself between contexts."""

    attempt: int
    max_attempts: int
    delay: float
    close_code: int
    extra_query: Mapping[str, Any]
    extra_headers: Mapping[str, str]


class ReconnectingOverrides(TypedDict, total=False):
    """What a handler of reconnections would return."""

    extra_query: Mapping[str, Any]
    extra_headers: Mapping[str, str]
    abort: bool


class WebSocketConnectionOptions(TypedDict, total=False):
    """Options of the library under the sockets, as the official library passes them on."""

    extensions: Any
    subprotocols: Any
    compression: str | None
    max_size: int | None
    max_queue: Any
    write_limit: Any


WebsocketConnectionOptions = WebSocketConnectionOptions
