# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceChangerSSEError."""

from cartesia_api.events import VoiceChangerSSEError as VoiceChangerSSEError

__all__ = ["VoiceChangerSSEError"]
