# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTEncoding."""

from cartesia_api.models.stt_encoding import STTEncoding as STTEncoding

__all__ = ["STTEncoding"]
