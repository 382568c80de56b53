# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceMetadata."""

from cartesia_api.models.voice_metadata import VoiceMetadata as VoiceMetadata

__all__ = ["VoiceMetadata"]
