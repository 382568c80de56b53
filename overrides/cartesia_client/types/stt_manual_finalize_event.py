# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeEvent."""

from cartesia_api.events import STTManualFinalizeEvent as STTManualFinalizeEvent

__all__ = ["STTManualFinalizeEvent"]
