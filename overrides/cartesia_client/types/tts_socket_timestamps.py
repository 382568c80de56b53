# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSocketTimestamps."""

from cartesia_api.events import TTSSocketTimestamps as TTSSocketTimestamps

__all__ = ["TTSSocketTimestamps"]
