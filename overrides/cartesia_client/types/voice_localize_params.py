# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceLocalizeParams."""

from cartesia_api.method_types import VoiceLocalizeParams as VoiceLocalizeParams

__all__ = ["VoiceLocalizeParams"]
