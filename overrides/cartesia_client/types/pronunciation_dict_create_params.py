# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PronunciationDictCreateParams, Items."""

from cartesia_api.method_types import PronunciationDictCreateParams as PronunciationDictCreateParams
from cartesia_api.method_types import PronunciationDictCreateParamsItems as Items

__all__ = ["PronunciationDictCreateParams", "Items"]
