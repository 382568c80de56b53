# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeWebsocketRequest."""

from cartesia_api.method_types import (
    STTManualFinalizeWebsocketRequest as STTManualFinalizeWebsocketRequest,
)

__all__ = ["STTManualFinalizeWebsocketRequest"]
