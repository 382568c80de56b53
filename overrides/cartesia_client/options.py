"""The options of a client: as a type, for functions that pass them on, and what each may be."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from cartesia_api.options import RULES, Rule, check_options, is_count, is_seconds
from cartesia_api.types import Unset
from cartesia_io.http.connections import Timeout
from cartesia_io.http.network import HttpOptions, is_address, option_rules
from cartesia_io.later import httpx
from cartesia_io.rules import are_functions, is_a, is_duration, is_text, or_none
from cartesia_io.sockets.observer import SocketHook

from .concurrency import PLANS, Plan
from .errors import ConfigurationError
from .identity import AsyncKeySource, AuthScheme


class ClientOptions(HttpOptions, total=False):
    """The arguments of a client, other than its version."""

    api_key: AsyncKeySource | None
    token: AsyncKeySource | None
    base_url: str | httpx.URL | None
    timeout: Timeout | Unset
    total: float | None
    max_retries: int
    retry_deadline: float
    retry_billed: bool
    auth_scheme: AuthScheme
    default_headers: Mapping[str, str] | None
    default_query: Mapping[str, Any] | None
    websocket_base_url: str | httpx.URL | None
    http_client: httpx.Client | httpx.AsyncClient | None
    socket_hooks: Sequence[SocketHook]
    ping_interval: float | None
    ping_timeout: float
    response_timeout: float | None
    concurrency: int | Plan | None
    concurrency_timeout: float | None
    max_characters: int | None


def _is_limit(value: Any) -> bool:
    return value in PLANS if isinstance(value, str) else is_count(value) and value > 0


_DURATION = "more than 0 seconds"
_SETTINGS: Mapping[str, Rule] = {
    **RULES,
    "retry_billed": (is_a(bool), "True or False"),
    "version": (or_none(is_text), "a date such as 2026-08-14, or None"),
    "base_url": (or_none(is_address), "a URL such as https://api.cartesia.ai, or None"),
    "websocket_base_url": (or_none(is_address), "a URL such as wss://api.cartesia.ai, or None"),
    "retry_deadline": (is_seconds, "a number of seconds that is not negative"),
    "auth_scheme": (get_args(AuthScheme).__contains__, "'x-api-key' or 'bearer'"),
    "socket_hooks": (are_functions, "a list of functions"),
    "ping_interval": (or_none(is_duration), f"{_DURATION}, or None"),
    "ping_timeout": (is_duration, _DURATION),
    "response_timeout": (or_none(is_duration), f"{_DURATION}, or None"),
    "concurrency": (or_none(_is_limit), f"1 or more, {', '.join(PLANS)} or None"),
    "max_characters": (or_none(is_count), "a number of characters, or None"),
    "concurrency_timeout": (lambda value: value in (None, math.inf) or is_seconds(value), "0 or more seconds, or None"),
}


def check_settings(given: Mapping[str, Any], handler: str) -> None:
    """Check the arguments of a client.

    Args:
        given: The arguments by name.
        handler: The method of a transport that the client needs.

    Raises:
        ConfigurationError: One is of another type, or out of range.
    """
    check_options(given, {**_SETTINGS, **option_rules(handler)}, ConfigurationError)
