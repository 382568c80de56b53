# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSWebsocketEvent."""

from cartesia_api.events import TTSWebsocketEvent as TTSWebsocketEvent

__all__ = ["TTSWebsocketEvent"]
