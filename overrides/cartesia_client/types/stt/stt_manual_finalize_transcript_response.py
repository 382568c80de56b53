# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeTranscriptResponse."""

from cartesia_api.events import STTManualFinalizeTranscript as STTManualFinalizeTranscriptResponse

__all__ = ["STTManualFinalizeTranscriptResponse"]
