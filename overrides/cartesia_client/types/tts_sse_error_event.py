# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSSEErrorEvent."""

from cartesia_api.events import TTSSSEErrorEvent as TTSSSEErrorEvent

__all__ = ["TTSSSEErrorEvent"]
