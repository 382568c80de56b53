# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PronunciationDictUpdateParamsItems."""

from cartesia_api.method_types import (
    PronunciationDictUpdateParamsItems as PronunciationDictUpdateParamsItems,
)

__all__ = ["PronunciationDictUpdateParamsItems"]
