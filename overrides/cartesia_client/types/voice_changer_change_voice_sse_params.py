# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceChangerChangeVoiceSSEParams, VoiceChangerChangeVoiceSseParams."""

from cartesia_api.method_types import (
    VoiceChangerGenerateSSEParams as VoiceChangerChangeVoiceSSEParams,
)
from cartesia_api.method_types import (
    VoiceChangerGenerateSSEParams as VoiceChangerChangeVoiceSseParams,
)

__all__ = ["VoiceChangerChangeVoiceSSEParams", "VoiceChangerChangeVoiceSseParams"]
