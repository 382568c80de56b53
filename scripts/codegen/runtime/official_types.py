"""Types of the official library that belong to no operation, so that programs that name them run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict


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
