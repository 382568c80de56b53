# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeTranscript."""

from cartesia_api.events import STTManualFinalizeTranscript as STTManualFinalizeTranscript

__all__ = ["STTManualFinalizeTranscript"]
