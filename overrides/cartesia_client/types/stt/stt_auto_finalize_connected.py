# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeConnected."""

from cartesia_api.events import STTAutoFinalizeConnected as STTAutoFinalizeConnected

__all__ = ["STTAutoFinalizeConnected"]
