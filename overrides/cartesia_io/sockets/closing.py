"""What the WebSocket library says of the end of a connection, in words of our own."""

from __future__ import annotations

from typing import Any

from cartesia_api.arguments import InvalidRequestError
from websockets.exceptions import ConnectionClosed
from websockets.frames import Close

from ..masking import masked
from ..rules import named
from ..system_sockets import shut_down
from ..text import one_line
from .closed import Closed

MAX_REASON = 123
"""Bytes that fit in a close frame beside the code."""


def close_frame(error: Exception) -> Close | None:
    """Return the close frame of the service if an error of the library says that it sent one."""
    return error.rcvd if isinstance(error, ConnectionClosed) else None


def closed_by(error: Exception) -> Closed:
    """Return what an error of the library means for the connection."""
    frame = close_frame(error)
    if frame is None:
        return Closed(describe_close(error))
    reason = one_line(masked(frame.reason), 120)
    return Closed(describe_close(error), clean=frame.code == 1000, reason=reason, code=frame.code)


def describe_close(error: Exception) -> str:
    """Return how a connection ended, in words."""
    if isinstance(error, ConnectionClosed):
        is_theirs = (
            error.rcvd is not None and error.rcvd_then_sent is not False
        )  # their answer to ours is no close of theirs
        frame = error.rcvd if is_theirs else error.sent
        if frame is None:
            return "the connection broke"
        side = "the service" if is_theirs else "this side"
        reason = f" ({one_line(masked(frame.reason), 120)})" if frame.reason else ""
        return f"{side} closed the connection with {frame.code}{reason}"
    return f"the connection broke ({type(error).__name__})"


def check_close(code: int = 1000, reason: str = "") -> None:
    """Raise InvalidRequestError for what cannot be said when a connection is closed."""
    if not issubclass(type(code), int) or not (code == 1000 or 3000 <= code < 5000):
        raise InvalidRequestError(f"code must be 1000, or 3000 to 4999 for a meaning of your own, not {named(code)}")
    try:
        is_short = len(reason.encode()) <= MAX_REASON
    except Exception:  # no text, one that cannot be sent, or code of the caller
        is_short = False
    if not is_short:
        raise InvalidRequestError(f"reason must be text of at most {MAX_REASON} bytes, got {named(reason)}")


def end(connection: Any) -> None:
    """End a connection of the library of threads, whose own thread then closes it."""
    shut_down(connection.socket)
