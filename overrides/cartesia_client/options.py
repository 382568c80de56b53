"""The options of a client: as a type, for functions that pass them on, and what each may be."""

from __future__ import annotations

import codecs
import ssl
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

import httpx
from cartesia_api.options import RULES, Rule, check_options, is_count, is_seconds
from cartesia_io.http.network import HttpOptions
from cartesia_io.sockets.observer import SocketHook

from .concurrency import PLANS, Plan
from .errors import ConfigurationError
from .http.connections import Timeout
from .identity import AsyncKeySource, AuthScheme


class ClientOptions(HttpOptions, total=False):
    """The arguments of a client, other than its version."""

    api_key: AsyncKeySource | None
    token: AsyncKeySource | None
    base_url: str | None
    timeout: Timeout
    total: float | None
    max_retries: int
    retry_deadline: float
    retry_billed: bool
    auth_scheme: AuthScheme
    default_headers: Mapping[str, str] | None
    socket_hooks: Sequence[SocketHook]
    ping_interval: float | None
    ping_timeout: float
    response_timeout: float | None
    concurrency: int | Plan | None
    concurrency_timeout: float | None


def _is_a(*kinds: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kinds)


def _or_none(test: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or test(value)


def _is_duration(value: Any) -> bool:
    return is_seconds(value) and value > 0


def _is_limit(value: Any) -> bool:
    return value in PLANS if isinstance(value, str) else is_count(value) and value > 0


def _are_event_hooks(value: Any) -> bool:
    return value.keys() <= {"request", "response"} and all(_are_functions(each) for each in value.values())


def _are_functions(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and all(callable(each) for each in value)


_DURATION = "more than 0 seconds"
_SETTINGS: Mapping[str, Rule] = {
    **RULES,
    **dict.fromkeys(("retry_billed", "trust_env", "http1", "http2"), (_is_a(bool), "True or False")),
    "version": (_or_none(_is_a(str)), "a date such as 2026-08-14, or None"),
    "base_url": (_or_none(_is_a(str, httpx.URL)), "a URL such as https://api.cartesia.ai, or None"),
    "retry_deadline": (is_seconds, "a number of seconds that is not negative"),
    "auth_scheme": (get_args(AuthScheme).__contains__, "'x-api-key' or 'bearer'"),
    "socket_hooks": (_are_functions, "a list of functions"),
    "ping_interval": (_or_none(_is_duration), f"{_DURATION}, or None"),
    "ping_timeout": (_is_duration, _DURATION),
    "response_timeout": (_or_none(_is_duration), f"{_DURATION}, or None"),
    "concurrency": (_or_none(_is_limit), f"1 or more, {', '.join(PLANS)} or None"),
    "concurrency_timeout": (_or_none(lambda value: value >= 0), "0 or more seconds, or None"),
    "verify": (_is_a(bool, str, ssl.SSLContext), "True, False, the path of a file or folder, or an SSLContext"),
    "cert": (_or_none(_is_a(str, tuple)), "a path, (certificate, key), (certificate, key, password) or None"),
    "event_hooks": (_or_none(_are_event_hooks), "a dict with lists of functions for request and response, or None"),
    "default_encoding": (
        lambda value: callable(value) or bool(codecs.lookup(value)),
        "a known encoding, or a function",
    ),
}


def check_settings(given: Mapping[str, Any], handler: str) -> None:
    """Check the arguments of a client.

    Args:
        given: The arguments by name.
        handler: The method of a transport that the client needs.

    Raises:
        ConfigurationError: One is of another type, or out of range.
    """

    def is_transport(value: Any) -> bool:
        return value is None or callable(getattr(value, handler, None))

    def are_mounts(value: Any) -> bool:
        return all(isinstance(pattern, str) and is_transport(each) for pattern, each in value.items())

    transport = f"an httpx transport with {handler}()"
    of_color: dict[str, Rule] = {
        "transport": (is_transport, f"{transport}, or None"),
        "mounts": (_or_none(are_mounts), f"a dict of patterns, each with None or {transport}; or None"),
    }
    check_options(given, {**_SETTINGS, **of_color}, ConfigurationError)
