# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeEvent."""

from cartesia_api.events import STTAutoFinalizeEvent as STTAutoFinalizeEvent

__all__ = ["STTAutoFinalizeEvent"]
