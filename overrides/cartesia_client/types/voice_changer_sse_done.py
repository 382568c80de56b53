# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceChangerSSEDone."""

from cartesia_api.events import VoiceChangerSSEDone as VoiceChangerSSEDone

__all__ = ["VoiceChangerSSEDone"]
