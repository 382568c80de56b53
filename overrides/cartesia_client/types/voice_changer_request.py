# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceChangerRequest."""

from cartesia_api.models.voice_changer_request import VoiceChangerRequest as VoiceChangerRequest

__all__ = ["VoiceChangerRequest"]
