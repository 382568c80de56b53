# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceAccent."""

from cartesia_api.models.voice_accent import VoiceAccent as VoiceAccent

__all__ = ["VoiceAccent"]
