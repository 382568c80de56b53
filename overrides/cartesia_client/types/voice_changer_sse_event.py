# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceChangerSSEEvent, VoiceChangerSSEChunk, VoiceChangerSSEDone, VoiceChangerSSEError."""

from cartesia_api.events import VoiceChangerSSEChunk as VoiceChangerSSEChunk
from cartesia_api.events import VoiceChangerSSEDone as VoiceChangerSSEDone
from cartesia_api.events import VoiceChangerSSEError as VoiceChangerSSEError
from cartesia_api.events import VoiceChangerSSEEvent as VoiceChangerSSEEvent

__all__ = [
    "VoiceChangerSSEEvent",
    "VoiceChangerSSEChunk",
    "VoiceChangerSSEDone",
    "VoiceChangerSSEError",
]
