# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ManualFinalizeWebsocketParams."""

from cartesia_api.method_types import ManualFinalizeWebsocketParams as ManualFinalizeWebsocketParams

__all__ = ["ManualFinalizeWebsocketParams"]
