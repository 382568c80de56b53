"""JSON frames: sent to a socket that may be closed, and read as clients mean them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState


async def send(socket: WebSocket, message: Mapping[str, Any]) -> None:
    """Send a message. Raise WebSocketDisconnect if the socket is closed."""
    if socket.application_state is not WebSocketState.CONNECTED:
        raise WebSocketDisconnect(1006)
    await socket.send_text(json.dumps(message))


def parse(text: str) -> dict[str, Any] | None:
    """Return the object of a frame; None for anything else."""
    try:
        frame = json.loads(text)
    except ValueError:
        return None
    return frame if isinstance(frame, dict) else None


def without_nulls(value: Any) -> Any:
    """Return the value without fields that are null, which clients send for fields that they leave out."""
    if isinstance(value, dict):
        return {key: without_nulls(entry) for key, entry in value.items() if entry is not None}
    return value
