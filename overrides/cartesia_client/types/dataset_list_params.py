# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""DatasetListParams."""

from cartesia_api.method_types import DatasetListParams as DatasetListParams

__all__ = ["DatasetListParams"]
