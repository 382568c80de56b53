# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""DatasetCreateParams."""

from cartesia_api.method_types import DatasetCreateParams as DatasetCreateParams

__all__ = ["DatasetCreateParams"]
