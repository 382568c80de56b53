# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeDone."""

from cartesia_api.events import STTManualFinalizeDone as STTManualFinalizeDone

__all__ = ["STTManualFinalizeDone"]
