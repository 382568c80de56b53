# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""SSEEvent, ChunkEvent, TimestampsEvent, PhonemeTimestampsEvent, DoneEvent, ErrorEvent, WordTimestamps, PhonemeTimestamps."""

from cartesia_api.events import PhonemeTimestamps as PhonemeTimestamps
from cartesia_api.events import TTSSSEChunkEvent as ChunkEvent
from cartesia_api.events import TTSSSEDoneEvent as DoneEvent
from cartesia_api.events import TTSSSEErrorEvent as ErrorEvent
from cartesia_api.events import TTSSSEEvent as SSEEvent
from cartesia_api.events import TTSSSEPhonemeTimestampsEvent as PhonemeTimestampsEvent
from cartesia_api.events import TTSSSETimestampsEvent as TimestampsEvent
from cartesia_api.events import WordTimestamps as WordTimestamps

__all__ = [
    "SSEEvent",
    "ChunkEvent",
    "TimestampsEvent",
    "PhonemeTimestampsEvent",
    "DoneEvent",
    "ErrorEvent",
    "WordTimestamps",
    "PhonemeTimestamps",
]
