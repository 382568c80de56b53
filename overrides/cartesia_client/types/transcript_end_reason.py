# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TranscriptEndReason."""

from cartesia_api.models.transcript_end_reason import TranscriptEndReason as TranscriptEndReason

__all__ = ["TranscriptEndReason"]
