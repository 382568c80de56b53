# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AutoFinalizeWebsocketParams."""

from cartesia_api.method_types import AutoFinalizeWebsocketParams as AutoFinalizeWebsocketParams

__all__ = ["AutoFinalizeWebsocketParams"]
