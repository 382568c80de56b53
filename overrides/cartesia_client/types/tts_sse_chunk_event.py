# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSSEChunkEvent."""

from cartesia_api.events import TTSSSEChunkEvent as TTSSSEChunkEvent

__all__ = ["TTSSSEChunkEvent"]
