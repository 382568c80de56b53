"""What an operation answers with."""

from __future__ import annotations

from typing import Literal

from .contract import Operation

Shape = Literal["json", "events", "bytes", "nothing", "socket"]
"""What an operation answers with: JSON, a stream of events, audio or a file, no content; or it is a socket."""


def shape_of(operation: Operation | None) -> Shape:
    """What an operation answers with. An address where there is nothing answers with JSON."""
    if operation is None:
        return "json"
    success = next(answer for status, answer in operation.node["responses"].items() if status.startswith("2"))
    media = next(iter(success.get("content", {})), "")
    known: dict[str, Shape] = {"": "nothing", "application/json": "json", "text/event-stream": "events"}
    return known.get(media, "bytes")
