# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceCloneParams."""

from cartesia_api.method_types import VoiceCloneParams as VoiceCloneParams

__all__ = ["VoiceCloneParams"]
