# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeWebsocketResponse."""

from cartesia_api.events import STTManualFinalizeEvent as STTManualFinalizeWebsocketResponse

__all__ = ["STTManualFinalizeWebsocketResponse"]
