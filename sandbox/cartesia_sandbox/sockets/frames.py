"""Frames to a socket that may have gone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState


async def send(socket: WebSocket, message: Mapping[str, Any]) -> None:
    """Sends a message. Raises WebSocketDisconnect if nobody is there any more."""
    if socket.application_state is not WebSocketState.CONNECTED:
        raise WebSocketDisconnect(1006)
    await socket.send_text(json.dumps(message))


def without_nulls(value: Any) -> Any:
    """The same without what is null: to a real client that is the same as leaving it out."""
    if isinstance(value, dict):
        return {key: without_nulls(entry) for key, entry in value.items() if entry is not None}
    return value
