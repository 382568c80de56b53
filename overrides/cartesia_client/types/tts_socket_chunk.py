# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSocketChunk."""

from cartesia_api.events import TTSSocketChunk as TTSSocketChunk

__all__ = ["TTSSocketChunk"]
