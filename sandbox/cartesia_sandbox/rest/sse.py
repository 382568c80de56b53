"""Server-sent events."""

from __future__ import annotations


def sse_frame(event: str, data: str) -> str:
    return f"event: {event}\ndata: {data}\n\n"
