# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PaginatedVoices."""

from cartesia_api.models.paginated_voices import PaginatedVoices as PaginatedVoices

__all__ = ["PaginatedVoices"]
