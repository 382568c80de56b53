# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeFlushDoneResponse."""

from cartesia_api.events import STTManualFinalizeFlushDone as STTManualFinalizeFlushDoneResponse

__all__ = ["STTManualFinalizeFlushDoneResponse"]
