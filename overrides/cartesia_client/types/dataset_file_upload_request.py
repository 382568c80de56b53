# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""DatasetFileUploadRequest."""

from cartesia_api.models.dataset_file_upload_request import (
    DatasetFileUploadRequest as DatasetFileUploadRequest,
)

__all__ = ["DatasetFileUploadRequest"]
