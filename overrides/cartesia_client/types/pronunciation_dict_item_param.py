# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PronunciationDictItemParam."""

from cartesia_api.params import PronunciationDictItemParam as PronunciationDictItemParam

__all__ = ["PronunciationDictItemParam"]
