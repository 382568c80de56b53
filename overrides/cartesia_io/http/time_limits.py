"""Time limits that httpx lacks: for all headers of a response together, for a body, and for a whole attempt.

httpx limits each read alone, so a service that sends one interim response after another is never too late. Here, the network
streams below it know until when they may read.
"""

from __future__ import annotations

import math
import time
from contextvars import ContextVar
from importlib import import_module

from ..later import httpx

_ATTEMPT: ContextVar[float | None] = ContextVar("attempt", default=None)
"""While an attempt is under way, until its headers have arrived: the time at which it must end."""


class attempt:  # a context manager, as `forgetting`
    """End what is sent and received in the block, up to the headers of a response, after so many seconds.

    Raises:
        httpx.ConnectTimeout: No time is left, so that nothing is sent.
    """

    __slots__ = ("_seconds", "_token")

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        if self._seconds <= 0:
            raise httpx.ConnectTimeout("the time of the whole call is up")
        self._token = _ATTEMPT.set(time.monotonic() + self._seconds)

    def __exit__(self, *error: object) -> None:
        _ATTEMPT.reset(self._token)


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
        return _remaining(_ATTEMPT.get(), timeout, "WriteTimeout")


def for_connecting(timeout: float | None) -> float | None:
    """Return the timeout of opening a connection."""
    return _remaining(_ATTEMPT.get(), timeout, "ConnectTimeout")


def _remaining(until: float | None, timeout: float | None, error: str = "ReadTimeout") -> float | None:
    """Return a timeout that does not go beyond a time. Raise the error of httpcore if that has passed."""
    if until is None or until == math.inf:
        return timeout
    left = until - time.monotonic()
    if left <= 0:
        raise getattr(import_module("httpcore"), error)("the time is up")
    return left if timeout is None else min(left, timeout)
