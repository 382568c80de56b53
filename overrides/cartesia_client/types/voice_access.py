# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceAccess."""

from cartesia_api.models.voice_access import VoiceAccess as VoiceAccess

__all__ = ["VoiceAccess"]
