# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""WebsocketConnectionOptions."""

from cartesia_api.official_types import WebsocketConnectionOptions as WebsocketConnectionOptions

__all__ = ["WebsocketConnectionOptions"]
