# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""UpdatePronunciationDictRequest."""

from cartesia_api.models.update_pronunciation_dict_request import (
    UpdatePronunciationDictRequest as UpdatePronunciationDictRequest,
)

__all__ = ["UpdatePronunciationDictRequest"]
