"""Sending over connections of the WebSocket library in fewer steps than it takes. Sync and async.

For each frame, the library enters a context manager that is a generator, which takes as many steps as all else does that sends a
frame. Only a connection that ends needs it: it waits for that end, and tells how it came. Three of the names used here are not
documented; where one of them is missing, as in another version of the library, its own method sends.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from websockets.protocol import State


def sender(connection: Any) -> Callable[[str | bytes], None]:
    """Return what sends frames over a connection for threads. It does the same as the method `send` of the connection."""
    method: Callable[[str | bytes], None] = connection.send
    return partial(_send, connection) if _has(connection, "protocol_mutex") else method


def asender(connection: Any) -> Callable[[str | bytes], Awaitable[None]]:
    """Return what sends frames over a connection for asyncio. It does the same as the method `send` of the connection."""
    method: Callable[[str | bytes], Awaitable[None]] = connection.send
    return partial(_asend, connection) if _has(connection, "paused") else method


def _has(connection: Any, name: str) -> bool:
    return all(hasattr(connection, each) for each in (name, "send_data", "send_context"))


def _send(connection: Any, frame: str | bytes) -> None:
    failure = None
    try:
        with connection.protocol_mutex:
            if connection.protocol.state is State.OPEN:
                _write(connection, frame)
                return
    except Exception as error:
        failure = error
    with connection.send_context():  # if the connection is not open, this raises how it ended
        if failure is not None:
            raise failure  # the library ends the connection, and raises how it ended


async def _asend(connection: Any, frame: str | bytes) -> None:
    failure = None
    try:
        if connection.protocol.state is State.OPEN:
            _write(connection, frame)
            if connection.paused:
                await connection.drain()
            return
    except Exception as error:
        failure = error
    async with connection.send_context():  # as above
        if failure is not None:
            raise failure


def _write(connection: Any, frame: str | bytes) -> None:
    """Encode a frame, and give it to the system."""
    if isinstance(frame, str):
        connection.protocol.send_text(frame.encode())
    else:
        connection.protocol.send_binary(frame)
    connection.send_data()
