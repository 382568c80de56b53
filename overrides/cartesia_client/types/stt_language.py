# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTLanguage."""

from cartesia_api.models.stt_language import STTLanguage as STTLanguage

__all__ = ["STTLanguage"]
