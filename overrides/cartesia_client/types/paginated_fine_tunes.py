# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PaginatedFineTunes."""

from cartesia_api.models.paginated_fine_tunes import PaginatedFineTunes as PaginatedFineTunes

__all__ = ["PaginatedFineTunes"]
