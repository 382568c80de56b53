# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TimestampsWordTimestamps, PhonemeTimestampsPhonemeTimestamps, Chunk, FlushDone, Done, Timestamps, PhonemeTimestamps, Error, WebsocketResponse."""

from cartesia_api.events import PhonemeTimestamps as PhonemeTimestampsPhonemeTimestamps
from cartesia_api.events import TTSSocketChunk as Chunk
from cartesia_api.events import TTSSocketDone as Done
from cartesia_api.events import TTSSocketError as Error
from cartesia_api.events import TTSSocketFlushDone as FlushDone
from cartesia_api.events import TTSSocketPhonemeTimestamps as PhonemeTimestamps
from cartesia_api.events import TTSSocketTimestamps as Timestamps
from cartesia_api.events import TTSWebsocketEvent as WebsocketResponse
from cartesia_api.events import WordTimestamps as TimestampsWordTimestamps

__all__ = [
    "TimestampsWordTimestamps",
    "PhonemeTimestampsPhonemeTimestamps",
    "Chunk",
    "FlushDone",
    "Done",
    "Timestamps",
    "PhonemeTimestamps",
    "Error",
    "WebsocketResponse",
]
