# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""FileListResponse."""

from cartesia_api.models.dataset_file import DatasetFile as FileListResponse

__all__ = ["FileListResponse"]
