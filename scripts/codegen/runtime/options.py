"""Options of one call, and of opening one socket."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .types import UNSET, Unset

if TYPE_CHECKING:
    import httpx


class CallOptions(NamedTuple):
    """Options of one call; UNSET stands for the client's setting."""

    timeout: float | httpx.Timeout | Unset | None = UNSET
    max_retries: int | Unset = UNSET
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, Any] | None = None


class SocketOptions(NamedTuple):
    """Options of opening one socket."""

    auth: Literal["query", "headers"]
    """Where the handshake carries the credential: the query, or the headers."""
    timeout: float | None
    """Timeout of the connection in seconds; None means no limit."""
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, Any] | None = None
