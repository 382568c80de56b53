# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceVisibility."""

from cartesia_api.models.voice_visibility import VoiceVisibility as VoiceVisibility

__all__ = ["VoiceVisibility"]
