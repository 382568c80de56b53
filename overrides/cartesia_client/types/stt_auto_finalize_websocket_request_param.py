# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeWebsocketRequestParam."""

from cartesia_api.method_types import (
    STTAutoFinalizeWebsocketRequestParam as STTAutoFinalizeWebsocketRequestParam,
)

__all__ = ["STTAutoFinalizeWebsocketRequestParam"]
