# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSRequestVoiceObject, VoiceSpecifierParam."""

from cartesia_api.method_types import VoiceSpecifierParam as VoiceSpecifierParam
from cartesia_api.models.tts_request_voice_object import (
    TTSRequestVoiceObject as TTSRequestVoiceObject,
)

__all__ = ["TTSRequestVoiceObject", "VoiceSpecifierParam"]
