# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PronunciationDictListParams."""

from cartesia_api.method_types import PronunciationDictListParams as PronunciationDictListParams

__all__ = ["PronunciationDictListParams"]
