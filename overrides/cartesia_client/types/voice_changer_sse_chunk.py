# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceChangerSSEChunk."""

from cartesia_api.events import VoiceChangerSSEChunk as VoiceChangerSSEChunk

__all__ = ["VoiceChangerSSEChunk"]
