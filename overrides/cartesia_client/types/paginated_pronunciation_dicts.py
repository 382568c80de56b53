# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PaginatedPronunciationDicts."""

from cartesia_api.models.paginated_pronunciation_dicts import (
    PaginatedPronunciationDicts as PaginatedPronunciationDicts,
)

__all__ = ["PaginatedPronunciationDicts"]
