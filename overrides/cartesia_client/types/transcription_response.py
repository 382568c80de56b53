# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TranscriptionResponse."""

from cartesia_api.models.transcription_response import (
    TranscriptionResponse as TranscriptionResponse,
)

__all__ = ["TranscriptionResponse"]
