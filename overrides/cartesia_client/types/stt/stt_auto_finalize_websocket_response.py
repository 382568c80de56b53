# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeWebsocketResponse."""

from cartesia_api.events import STTAutoFinalizeEvent as STTAutoFinalizeWebsocketResponse

__all__ = ["STTAutoFinalizeWebsocketResponse"]
