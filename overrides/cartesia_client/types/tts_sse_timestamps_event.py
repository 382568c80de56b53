# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSSETimestampsEvent."""

from cartesia_api.events import TTSSSETimestampsEvent as TTSSSETimestampsEvent

__all__ = ["TTSSSETimestampsEvent"]
