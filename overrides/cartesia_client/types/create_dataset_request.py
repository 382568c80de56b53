# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""CreateDatasetRequest."""

from cartesia_api.models.create_dataset_request import CreateDatasetRequest as CreateDatasetRequest

__all__ = ["CreateDatasetRequest"]
