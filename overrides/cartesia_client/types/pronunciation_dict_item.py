# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PronunciationDictItem."""

from cartesia_api.models.pronunciation_dict_item import (
    PronunciationDictItem as PronunciationDictItem,
)

__all__ = ["PronunciationDictItem"]
