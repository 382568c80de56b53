# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTTranscribeResponse, SttTranscribeResponse, Word."""

from cartesia_api.models.transcription_response import (
    TranscriptionResponse as STTTranscribeResponse,
)
from cartesia_api.models.transcription_response import (
    TranscriptionResponse as SttTranscribeResponse,
)
from cartesia_api.models.transcription_word import TranscriptionWord as Word

__all__ = ["STTTranscribeResponse", "SttTranscribeResponse", "Word"]
