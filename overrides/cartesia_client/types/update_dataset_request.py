# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""UpdateDatasetRequest."""

from cartesia_api.models.update_dataset_request import UpdateDatasetRequest as UpdateDatasetRequest

__all__ = ["UpdateDatasetRequest"]
