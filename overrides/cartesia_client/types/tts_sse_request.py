# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSSERequest."""

from cartesia_api.models.ttssse_request import TTSSSERequest as TTSSSERequest

__all__ = ["TTSSSERequest"]
