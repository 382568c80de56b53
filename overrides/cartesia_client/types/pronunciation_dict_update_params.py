# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PronunciationDictUpdateParams, Items."""

from cartesia_api.method_types import PronunciationDictUpdateParams as PronunciationDictUpdateParams
from cartesia_api.method_types import PronunciationDictUpdateParamsItems as Items

__all__ = ["PronunciationDictUpdateParams", "Items"]
