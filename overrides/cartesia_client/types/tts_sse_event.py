# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSSEEvent, TTSSSEChunkEvent, TTSSSETimestampsEvent, TTSSSEPhonemeTimestampsEvent, TTSSSEDoneEvent, TTSSSEErrorEvent."""

from cartesia_api.events import TTSSSEChunkEvent as TTSSSEChunkEvent
from cartesia_api.events import TTSSSEDoneEvent as TTSSSEDoneEvent
from cartesia_api.events import TTSSSEErrorEvent as TTSSSEErrorEvent
from cartesia_api.events import TTSSSEEvent as TTSSSEEvent
from cartesia_api.events import TTSSSEPhonemeTimestampsEvent as TTSSSEPhonemeTimestampsEvent
from cartesia_api.events import TTSSSETimestampsEvent as TTSSSETimestampsEvent

__all__ = [
    "TTSSSEEvent",
    "TTSSSEChunkEvent",
    "TTSSSETimestampsEvent",
    "TTSSSEPhonemeTimestampsEvent",
    "TTSSSEDoneEvent",
    "TTSSSEErrorEvent",
]
