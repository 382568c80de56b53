# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTTranscribeParams, SttTranscribeParams."""

from cartesia_api.method_types import STTTranscribeParams as STTTranscribeParams
from cartesia_api.method_types import STTTranscribeParams as SttTranscribeParams

__all__ = ["STTTranscribeParams", "SttTranscribeParams"]
