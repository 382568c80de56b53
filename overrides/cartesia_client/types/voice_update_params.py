# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceUpdateParams."""

from cartesia_api.method_types import VoiceUpdateParams as VoiceUpdateParams

__all__ = ["VoiceUpdateParams"]
