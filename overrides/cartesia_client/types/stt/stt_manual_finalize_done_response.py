# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeDoneResponse."""

from cartesia_api.events import STTManualFinalizeDone as STTManualFinalizeDoneResponse

__all__ = ["STTManualFinalizeDoneResponse"]
