# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceChangerGenerateParams."""

from cartesia_api.method_types import VoiceChangerGenerateParams as VoiceChangerGenerateParams

__all__ = ["VoiceChangerGenerateParams"]
