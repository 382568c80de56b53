# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSSEPhonemeTimestampsEvent."""

from cartesia_api.events import TTSSSEPhonemeTimestampsEvent as TTSSSEPhonemeTimestampsEvent

__all__ = ["TTSSSEPhonemeTimestampsEvent"]
