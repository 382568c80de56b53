# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PaginatedDatasetFiles."""

from cartesia_api.models.paginated_dataset_files import (
    PaginatedDatasetFiles as PaginatedDatasetFiles,
)

__all__ = ["PaginatedDatasetFiles"]
