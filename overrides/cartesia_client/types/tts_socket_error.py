# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSocketError."""

from cartesia_api.events import TTSSocketError as TTSSocketError

__all__ = ["TTSSocketError"]
