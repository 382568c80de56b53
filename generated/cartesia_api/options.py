# Copied from scripts/codegen/runtime/options.py: edit that file.
"""Options of one call, and of opening one socket."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import TIMEOUT_MAX
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import urlencode

from .arguments import ConfigurationError, InvalidRequestError, shown
from .bodies import json_field
from .types import UNSET, Unset, entries, is_uuid

if TYPE_CHECKING:
    import httpx

    from .official_types import Reconnecting, WebSocketConnectionOptions


class CallOptions(NamedTuple):
    """Options of one call; UNSET stands for the client's setting."""

    timeout: float | httpx.Timeout | Unset | None = UNSET
    max_retries: int | Unset = UNSET
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, Any] | None = None
    total: float | Unset | None = UNSET
    """Seconds that the whole call may take."""
    extra_body: Mapping[str, Any] | None = None

    def of_retries(self) -> dict[str, Any]:
        """Return those that say when to try again, as far as they are given."""
        given = {"max_retries": self.max_retries, "total": self.total}
        return {name: value for name, value in given.items() if value is not UNSET}


class SocketOptions(NamedTuple):
    """Options of opening one socket."""

    auth: Literal["query", "headers"]
    """Where the handshake carries the credential: the query, or the headers."""
    timeout: float | None
    """Timeout of the connection in seconds; None means no limit."""
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, Any] | None = None
    path: Mapping[str, str] = MappingProxyType({})
    """Parameters of the path."""
    first: Mapping[str, Any] = MappingProxyType({})
    """The message that opens the conversation, where there is one. Fields that are not given are UNSET."""
    websocket_connection_options: WebSocketConnectionOptions | None = None
    """Options of the library under the socket."""
    reconnecting: Reconnecting | None = None
    """Whether and how the session is opened again when its connection is lost."""


Rule = tuple[Callable[[Any], bool], str]
"""Whether a value is allowed, and what is."""


def is_count(value: Any) -> bool:
    """Return whether a value is an int that is not negative."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_seconds(value: Any) -> bool:
    """Return whether a value is a number of seconds that can be waited for."""
    return (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and 0 <= value <= TIMEOUT_MAX
    )


def is_timeout(value: Any) -> bool:
    """Return whether a value is a number of seconds, None, or an httpx.Timeout of these."""
    parts = (
        value.as_dict().values() if type(value).__module__.partition(".")[0] == "httpx" else [value]
    )
    return all(each is None or is_seconds(each) for each in parts)


def _is_query(value: Any) -> bool:
    return value is None or (
        isinstance(value, Mapping)
        and not any(isinstance(each, Mapping) for each in entries(value, value.values()))
    )


def _is_default_query(value: Any) -> bool:
    """Return whether a value is a query for all requests, which may not hold the credential."""
    found = json_field("default_query", value) or {}
    names = found.keys()
    is_named = (
        all(isinstance(name, str) for name in names) and not {"api_key", "access_token"} & names
    )
    urlencode(value or {}, True)  # raises for keys and texts that cannot be read
    return is_named and _is_query(value) and found == (value or {})


def _is_limit(value: Any) -> bool:
    return value is None or is_seconds(value)


_CONNECTION = ("compression", "extensions", "max_queue", "max_size", "subprotocols", "write_limit")


def _is_connection(value: Any) -> bool:
    return value is None or (
        isinstance(value, Mapping) and set(entries(value, value)) <= set(_CONNECTION)
    )


_QUERY = "a dict of str, numbers, bool, or lists of these"
_LIMIT = "a number of seconds that is not negative, or None"
RULES: Mapping[str, Rule] = {
    "timeout": (
        is_timeout,
        "a number of seconds that is not negative, None, or an httpx.Timeout of these",
    ),
    "total": (_is_limit, _LIMIT),
    "max_retries": (is_count, "an int that is not negative"),
    "extra_query": (_is_query, _QUERY),
    "default_query": (_is_default_query, f"{_QUERY}, without api_key and access_token"),
}
"""What the options of a call, and the query of all calls, may be."""
OF_SOCKETS: Mapping[str, Rule] = {
    "websocket_auth": (lambda value: value in ("query", "headers"), "'query' or 'headers'"),
    "timeout": (_is_limit, _LIMIT),
    "extra_query": RULES["extra_query"],
    "websocket_connection_options": (
        _is_connection,
        f"a dict with some of {', '.join(_CONNECTION)} (ping_interval and ping_timeout are options of the client)",
    ),
    "context_id": (
        lambda value: value is None or isinstance(value, str) or is_uuid(value),
        "a str or None",
    ),
}
"""What the options of opening a socket, and of a context on it, may be."""


def check_options(
    given: Mapping[str, Any],
    rules: Mapping[str, Rule] = RULES,
    kind: type[ConfigurationError | InvalidRequestError] = InvalidRequestError,
) -> None:
    """Check options, before anything is sent. Those without a rule, and UNSET, pass.

    Args:
        given: The options by name.
        rules: What they may be.
        kind: The error to raise.

    Raises:
        CartesiaError: One is of another type, or out of range.
    """
    for name, value in given.items():
        if value is UNSET or name not in rules:
            continue
        test, allowed = rules[name]
        try:
            fine = test(value)
        except Exception:  # the value may be code of the caller
            fine = False
        if not fine:
            raise kind(f"{name} must be {allowed}, got {shown(value)}")
