# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceChangerChangeVoiceBytesParams."""

from cartesia_api.method_types import (
    VoiceChangerGenerateParams as VoiceChangerChangeVoiceBytesParams,
)

__all__ = ["VoiceChangerChangeVoiceBytesParams"]
