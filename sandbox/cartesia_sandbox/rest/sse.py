"""Server-sent events."""

from __future__ import annotations

import json
from typing import Any

from ..description.contract import Doc, Operation
from ..description.projection import project
from .call import Call


def sse_frame(event: str, data: str) -> str:
    """Return one server-sent event."""
    return f"event: {event}\ndata: {data}\n\n"


def event_schema(operation: Operation) -> Doc:
    """Return the schema of the events of a stream; an empty one if the operation responds with no stream."""
    stream = operation.success_response()[1].get("content", {}).get("text/event-stream", {})
    schema: Doc = stream.get("schema", {}).get("properties", {}).get("data", {}).get("contentSchema", {})
    return schema


def event_frame(call: Call, kind: str, **fields: Any) -> str:
    """Return an event of the stream that a request asked for, with the fields of its version."""
    known = project({"done": kind == "done", **fields}, event_schema(call.operation), call.operation.contract)
    # Some versions tell the events of the voice changer apart by their fields; the service is said to name the kind, too.
    return sse_frame(kind, json.dumps({"type": kind, **known}))
