# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""DatasetFile."""

from cartesia_api.models.dataset_file import DatasetFile as DatasetFile

__all__ = ["DatasetFile"]
