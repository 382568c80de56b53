# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceAddAccentsParams."""

from cartesia_api.method_types import VoiceAddAccentsParams as VoiceAddAccentsParams

__all__ = ["VoiceAddAccentsParams"]
