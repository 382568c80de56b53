"""JSON frames: sent to a socket that may be closed, and read as clients mean them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from ..description.errors import APIError, invalid
from ..description.parse import NotText, parse_json


async def send(socket: WebSocket, message: Mapping[str, Any]) -> None:
    """Send a message. Raise WebSocketDisconnect if the socket is closed."""
    if socket.application_state is not WebSocketState.CONNECTED:
        raise WebSocketDisconnect(1006)
    await socket.send_text(json.dumps(message))


def parse(text: str) -> tuple[dict[str, Any], APIError | None]:
    """Return the object of a frame, as far as there is one, and what is wrong with it."""
    error: APIError | None = None
    try:
        frame = parse_json(text)
    except NotText as fault:
        # What can be read says which context the frame is for, so that no other one has to suffer.
        frame, error = fault.value, invalid(f"the frame cannot be spoken: {fault}")
    except ValueError as fault:
        frame, error = None, invalid(f"the frame is not a JSON object: {fault}")
    if not isinstance(frame, dict):
        return {}, error or invalid("the frame is not a JSON object")
    return frame, error


def without_nulls(value: Any) -> Any:
    """Return the value without fields that are null, which clients send for fields that they leave out."""
    if isinstance(value, dict):
        return {key: without_nulls(entry) for key, entry in value.items() if entry is not None}
    return value
