# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TranscriptRole."""

from cartesia_api.models.transcript_role import TranscriptRole as TranscriptRole

__all__ = ["TranscriptRole"]
