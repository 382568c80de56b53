# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""WebSocketConnectionOptions."""

from cartesia_api.official_types import WebSocketConnectionOptions as WebSocketConnectionOptions

__all__ = ["WebSocketConnectionOptions"]
