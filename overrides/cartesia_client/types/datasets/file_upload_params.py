# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""FileUploadParams."""

from cartesia_api.method_types import FileUploadParams as FileUploadParams

__all__ = ["FileUploadParams"]
