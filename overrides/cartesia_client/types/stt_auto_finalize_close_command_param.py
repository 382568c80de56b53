# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeCloseCommandParam."""

from cartesia_api.params import STTAutoFinalizeCloseCommandParam as STTAutoFinalizeCloseCommandParam

__all__ = ["STTAutoFinalizeCloseCommandParam"]
