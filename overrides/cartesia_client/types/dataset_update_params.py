# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""DatasetUpdateParams."""

from cartesia_api.method_types import DatasetUpdateParams as DatasetUpdateParams

__all__ = ["DatasetUpdateParams"]
