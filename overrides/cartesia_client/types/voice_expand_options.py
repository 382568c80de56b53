# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceExpandOptions."""

from cartesia_api.models.voice_expand_options import VoiceExpandOptions as VoiceExpandOptions

__all__ = ["VoiceExpandOptions"]
