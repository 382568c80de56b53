# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PronunciationDictCreateParamsItems."""

from cartesia_api.method_types import (
    PronunciationDictCreateParamsItems as PronunciationDictCreateParamsItems,
)

__all__ = ["PronunciationDictCreateParamsItems"]
