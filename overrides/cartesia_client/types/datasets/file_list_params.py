# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""FileListParams."""

from cartesia_api.method_types import FileListParams as FileListParams

__all__ = ["FileListParams"]
