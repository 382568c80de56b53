# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PaginatedDatasets."""

from cartesia_api.models.paginated_datasets import PaginatedDatasets as PaginatedDatasets

__all__ = ["PaginatedDatasets"]
