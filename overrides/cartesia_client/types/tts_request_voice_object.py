# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSRequestVoiceObject."""

from cartesia_api.models.tts_request_voice_object import (
    TTSRequestVoiceObject as TTSRequestVoiceObject,
)

__all__ = ["TTSRequestVoiceObject"]
