# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TextChunk."""

from cartesia_api.models.text_chunk import TextChunk as TextChunk

__all__ = ["TextChunk"]
