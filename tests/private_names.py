"""The client as with libraries that have other private names than those it knows: it takes its slow ways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

# What each returns in place of its quick way, as it does if a library lacks the names that it needs.
SLOW_WAYS: dict[str, Callable[..., Any]] = {
    "cartesia_io.http.internals.pool_sizes": lambda pool: None,
    "cartesia_io.http.internals.quick": lambda made: made,
    "cartesia_io.http.internals.unlock": lambda connection: None,
    "cartesia_io.http.internals.exchanging": lambda connection: None,
    "cartesia_io.http.internals.transport_for": lambda client, request: None,
    "cartesia_io.http.internals.pool_below": lambda handle, request: None,
    "cartesia_io.sockets.websocket.sender": lambda connection: connection.send,
    "cartesia_io.sockets.websocket.asender": lambda connection: connection.send,
    "cartesia_io.sockets.websocket.taker": lambda connection: lambda: None,
    "cartesia_io.sockets.opening.read_plainly": lambda protocol: None,
}


def take_away(patch: pytest.MonkeyPatch) -> None:
    """Run what follows as if those names were not there."""
    for name, way in SLOW_WAYS.items():
        patch.setattr(name, way)
