# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Dataset."""

from cartesia_api.models.dataset import Dataset as Dataset

__all__ = ["Dataset"]
