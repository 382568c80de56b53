"""What the official library has besides the types of its operations, so that programs that name it run."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypedDict

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
    """Too much waits to be sent while a session of transcription is opened again: more than `max_queue_size` bytes."""


def file_from_path(path: str | os.PathLike[str]) -> tuple[str, bytes]:
    """Return name and content of a file, for an upload. A path itself does as well, and is read while it is sent."""
    return os.path.basename(path), Path(path).read_bytes()


@dataclass(frozen=True)
class ReconnectingEvent:
    """What `on_reconnecting` gets before each attempt to open a session of transcription again whose connection was lost."""

    attempt: int
    """Number of the attempt, from 1. It starts anew once something has been heard again."""
    max_attempts: int
    delay: float
    """Seconds until the attempt."""
    close_code: int
    """How the connection ended: the code of the service, 1006 without one."""
    extra_query: Mapping[str, Any]
    extra_headers: Mapping[str, str]


class ReconnectingOverrides(TypedDict, total=False):
    """What `on_reconnecting` may return."""

    extra_query: Mapping[str, Any]
    """Takes the place of the one before."""
    extra_headers: Mapping[str, str]
    """Take the place of those before."""
    abort: bool
    """Whether to give up."""


def is_recoverable_close(code: int) -> bool:
    """Return whether the code of a lost connection says that another one may work."""
    return code in (1001, 1005, 1006, 1011, 1012, 1013, 1015)


class Reconnecting(NamedTuple):
    """Whether and how a session is opened again whose connection was lost."""

    handler: Callable[[ReconnectingEvent], Any]
    max_retries: int
    initial_delay: float
    max_delay: float
    max_queue_size: int
    """Bytes that may wait to be sent meanwhile."""

    def is_worth_it(self, code: int) -> bool:
        """Return whether another connection may work after one that ended with a code."""
        return is_recoverable_close(code)

    def full(self, path: str) -> WebSocketQueueFullError:
        """Return the error for a frame that may not wait."""
        limit = f"more than {self.max_queue_size} bytes wait to be sent (max_queue_size)"
        return WebSocketQueueFullError(
            f"GET {path}: the connection is lost, and {limit}; send less, or wait for an event"
        )

    def event(
        self, attempt: int, jitter: float, code: int, query: Mapping[str, Any] | None, headers: Mapping[str, str] | None
    ) -> ReconnectingEvent:
        """Return what the handler gets. `jitter`: a random number from 0 to 1, which spreads the attempts of many programs."""
        longest = min(self.initial_delay * 2 ** min(attempt - 1, 60), self.max_delay)
        delay = longest * (0.75 + 0.25 * jitter)
        return ReconnectingEvent(attempt, self.max_retries, delay, code, {**(query or {})}, {**(headers or {})})


class WebSocketConnectionOptions(TypedDict, total=False):
    """Options of the library under the sockets, as the official library passes them on."""

    extensions: Any
    subprotocols: Any
    compression: str | None
    max_size: int | None
    max_queue: Any
    write_limit: Any


WebsocketConnectionOptions = WebSocketConnectionOptions
