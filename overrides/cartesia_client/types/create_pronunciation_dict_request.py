# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""CreatePronunciationDictRequest."""

from cartesia_api.models.create_pronunciation_dict_request import (
    CreatePronunciationDictRequest as CreatePronunciationDictRequest,
)

__all__ = ["CreatePronunciationDictRequest"]
