# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceListParams."""

from cartesia_api.method_types import VoiceListParams as VoiceListParams

__all__ = ["VoiceListParams"]
