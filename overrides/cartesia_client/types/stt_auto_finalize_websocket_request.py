# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeWebsocketRequest."""

from cartesia_api.method_types import (
    STTAutoFinalizeWebsocketRequest as STTAutoFinalizeWebsocketRequest,
)

__all__ = ["STTAutoFinalizeWebsocketRequest"]
