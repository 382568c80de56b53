# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PronunciationDict."""

from cartesia_api.models.pronunciation_dict import PronunciationDict as PronunciationDict

__all__ = ["PronunciationDict"]
