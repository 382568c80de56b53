# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceGetParams."""

from cartesia_api.method_types import VoiceGetParams as VoiceGetParams

__all__ = ["VoiceGetParams"]
