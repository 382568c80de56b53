# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSRequest."""

from cartesia_api.models.tts_request import TTSRequest as TTSRequest

__all__ = ["TTSRequest"]
