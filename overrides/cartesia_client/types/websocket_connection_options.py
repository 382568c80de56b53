# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""WebSocketConnectionOptions, WebsocketConnectionOptions."""

from cartesia_api.official_types import WebSocketConnectionOptions as WebSocketConnectionOptions
from cartesia_api.official_types import WebsocketConnectionOptions as WebsocketConnectionOptions

__all__ = ["WebSocketConnectionOptions", "WebsocketConnectionOptions"]
