# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TranscriptionRequest."""

from cartesia_api.models.transcription_request import TranscriptionRequest as TranscriptionRequest

__all__ = ["TranscriptionRequest"]
