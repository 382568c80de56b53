"""Server-sent events."""

from __future__ import annotations


def sse_frame(event: str, data: str) -> str:
    """Return one server-sent event."""
    return f"event: {event}\ndata: {data}\n\n"
