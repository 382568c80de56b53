# Copied from scripts/codegen/runtime/reconnecting.py: edit that file.
"""The arguments of sessions that say whether and how they are opened again when their connection is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .options import Rule, check_options, is_count, is_seconds

if TYPE_CHECKING:
    from .official_types import Reconnecting, ReconnectingEvent

_COUNT = "an int that is not negative"
_SECONDS = "a number of seconds that is not negative"
RULES: Mapping[str, Rule] = {
    "on_reconnecting": (
        lambda value: value is None or callable(value),
        "a function that takes a ReconnectingEvent, or None",
    ),
    "max_retries": (is_count, _COUNT),
    "initial_delay": (is_seconds, _SECONDS),
    "max_delay": (is_seconds, _SECONDS),
    "max_queue_size": (is_count, f"{_COUNT}, in bytes"),
}


def reconnecting(
    handler: Callable[[ReconnectingEvent], Any] | None,
    max_retries: int,
    initial_delay: float,
    max_delay: float,
    max_queue_size: int,
) -> Reconnecting | None:
    """Return how a session is opened again; None without a function that is told. Raise InvalidRequestError for other values."""
    given = handler, max_retries, initial_delay, max_delay, max_queue_size
    check_options(dict(zip(RULES, given, strict=True)), RULES)
    if handler is None:
        return None
    from .official_types import Reconnecting  # few sessions are opened again

    return Reconnecting(handler, max_retries, initial_delay, max_delay, max_queue_size)
