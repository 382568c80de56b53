# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TranscriptionWord."""

from cartesia_api.models.transcription_word import TranscriptionWord as TranscriptionWord

__all__ = ["TranscriptionWord"]
