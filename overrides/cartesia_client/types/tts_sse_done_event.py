# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSSEDoneEvent."""

from cartesia_api.events import TTSSSEDoneEvent as TTSSSEDoneEvent

__all__ = ["TTSSSEDoneEvent"]
