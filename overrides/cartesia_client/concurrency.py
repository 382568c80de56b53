"""The plans of the API: how many calls of each kind may be active at once."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Literal

from cartesia_io.sockets.keepalive import SocketTimeouts
from cartesia_io.turns import Governor

from .errors import APITimeoutError

Plan = Literal["free", "pro", "startup", "scale"]


PLANS = {"free": 2, "pro": 3, "startup": 5, "scale": 15}
"""Contexts that may be active at once."""


SHARES = {"tts": 1, "stt": 4, "socket": 10}
"""Contexts and requests of text to speech, streams and recordings of speech to text, and open text-to-speech sockets: how many
of each may be active for each context."""


def governors(concurrency: int | str | None, timeout: float | None, clock: Callable[[], float]) -> dict[str, Governor]:
    """Return the governor of each kind of call; none without a limit."""
    if concurrency is None:
        return {}
    contexts = PLANS[concurrency] if isinstance(concurrency, str) else concurrency
    limit = math.inf if timeout is None else timeout
    return {kind: Governor(contexts * share, limit, clock, APITimeoutError) for kind, share in SHARES.items()}


def set_limits(policy: Any, settings: Any) -> None:
    """Give the rules of a client what it may use at once, at most, and for how long on its sockets."""
    policy.socket_timeouts = SocketTimeouts(*map(settings.get, ("ping_interval", "ping_timeout", "response_timeout")))
    policy.usage.max_characters = settings["max_characters"]
    policy.governors = governors(settings["concurrency"], settings["concurrency_timeout"], lambda: policy.clock())
