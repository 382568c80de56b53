# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceSpecifier."""

from cartesia_api.models.tts_request_voice_object import TTSRequestVoiceObject as VoiceSpecifier

__all__ = ["VoiceSpecifier"]
