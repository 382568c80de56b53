# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceChangerGenerateSSEParams, VoiceChangerGenerateSseParams."""

from cartesia_api.method_types import VoiceChangerGenerateSSEParams as VoiceChangerGenerateSSEParams
from cartesia_api.method_types import VoiceChangerGenerateSSEParams as VoiceChangerGenerateSseParams

__all__ = ["VoiceChangerGenerateSSEParams", "VoiceChangerGenerateSseParams"]
