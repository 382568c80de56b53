# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSRequestVoiceObject, VoiceSpecifierParam."""

from cartesia_api.method_types import VoiceSpecifierParam as VoiceSpecifierParam
from cartesia_api.params import TTSRequestVoiceObjectParam as TTSRequestVoiceObject

__all__ = ["TTSRequestVoiceObject", "VoiceSpecifierParam"]
