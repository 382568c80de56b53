# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeFlushDone."""

from cartesia_api.events import STTManualFinalizeFlushDone as STTManualFinalizeFlushDone

__all__ = ["STTManualFinalizeFlushDone"]
