# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""CancelContextRequest, WebsocketClientEvent."""

from cartesia_api.method_types import WebsocketClientEvent as WebsocketClientEvent
from cartesia_api.models.cancel_context_request import CancelContextRequest as CancelContextRequest

__all__ = ["CancelContextRequest", "WebsocketClientEvent"]
