"""Options of one call, and of opening one socket."""

from __future__ import annotations

from collections.abc import Mapping
from threading import TIMEOUT_MAX
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .arguments import CartesiaError, InvalidRequestError
from .types import UNSET, Unset

if TYPE_CHECKING:
    import httpx


class CallOptions(NamedTuple):
    """Options of one call; UNSET stands for the client's setting."""

    timeout: float | httpx.Timeout | Unset | None = UNSET
    max_retries: int | Unset = UNSET
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, Any] | None = None
    total: float | Unset | None = UNSET
    """Seconds that the whole call may take."""


class SocketOptions(NamedTuple):
    """Options of opening one socket."""

    auth: Literal["query", "headers"]
    """Where the handshake carries the credential: the query, or the headers."""
    timeout: float | None
    """Timeout of the connection in seconds; None means no limit."""
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, Any] | None = None


def check_options(
    timeout: Any = UNSET,
    max_retries: Any = UNSET,
    extra_query: Any = None,
    *,
    kind: type[CartesiaError] = InvalidRequestError,
    **seconds: Any,
) -> None:
    """Check options of a client or of a call, before anything is sent.

    Args:
        kind: The error to raise.
        seconds: Other durations.

    Raises:
        CartesiaError: One is of another type, or out of range.
    """
    for name, value in {"timeout": timeout, **seconds}.items():
        if value is None or value is UNSET or (name == "timeout" and hasattr(value, "connect")):  # an httpx.Timeout
            continue
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= TIMEOUT_MAX:
            raise kind(f"{name} must be a number of seconds that is not negative, or None, got {value!r}")
    if max_retries is not UNSET and (
        isinstance(max_retries, bool) or not isinstance(max_retries, int) or max_retries < 0
    ):
        raise kind(f"max_retries must be an int that is not negative, got {max_retries!r}")
    if extra_query is not None and not isinstance(extra_query, Mapping):
        raise kind(f"extra_query must be a dict, not {type(extra_query).__name__}")
