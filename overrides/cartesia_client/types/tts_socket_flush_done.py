# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSocketFlushDone."""

from cartesia_api.events import TTSSocketFlushDone as TTSSocketFlushDone

__all__ = ["TTSSocketFlushDone"]
