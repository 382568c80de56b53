"""The shape of a response, as far as faults and the journal have to know it."""

from __future__ import annotations

from typing import Literal

from .contract import Operation

Shape = Literal["json", "events", "bytes", "nothing", "socket", "connection"]
"""JSON, a stream of events, audio or a file, no content, a socket; or a whole connection, whose content is not looked at."""


def shape_of(operation: Operation | None) -> Shape:
    """Return the shape of the response of an operation. Where there is no operation, the error is JSON."""
    if operation is None:
        return "json"
    _, success = operation.success_response()
    media = next(iter(success.get("content", {})), "")
    known: dict[str, Shape] = {"": "nothing", "application/json": "json", "text/event-stream": "events"}
    return known.get(media, "bytes")
