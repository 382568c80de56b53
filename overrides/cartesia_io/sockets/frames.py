"""Frames that are sent over connections of the WebSocket library, and taken from them, in fewer steps than it takes.

For each frame that is sent, the library enters a context manager that is a generator, which takes as many steps as all else does.
Only a connection that ends needs it: it waits for that end, and tells how it came. For each frame that is received, three
coroutines are run, which only one that has not arrived needs, or that comes in pieces.

The names used for this are not documented. Where one of them is missing, as in another version of the library, its own methods
send and receive.
"""

from __future__ import annotations

from collections import deque
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


def taker(connection: Any) -> Callable[[], bytes | None]:
    """Return what takes the next frame from a connection for asyncio, text as UTF-8, if it has arrived.

    It returns None if none has that is whole. Then the method `recv` of the connection must wait for it, or say how that ended.
    """
    messages = getattr(connection, "recv_messages", None)
    queue: Any = getattr(getattr(messages, "frames", None), "queue", None)
    is_known = hasattr(messages, "get_in_progress") and hasattr(messages, "maybe_resume") and isinstance(queue, deque)
    return partial(_take, messages, queue) if is_known else nothing


def nothing() -> None:
    """Take no frame."""


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


def _take(messages: Any, queue: deque[Any]) -> bytes | None:
    if not queue or not queue[0].fin or messages.get_in_progress:
        return None
    data = queue.popleft().data
    messages.maybe_resume()
    return bytes(data)
