# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""LocalizeTargetLanguage."""

from cartesia_api.models.localize_target_language import (
    LocalizeTargetLanguage as LocalizeTargetLanguage,
)

__all__ = ["LocalizeTargetLanguage"]
