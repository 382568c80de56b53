# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSocketDone."""

from cartesia_api.events import TTSSocketDone as TTSSocketDone

__all__ = ["TTSSocketDone"]
