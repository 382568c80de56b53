# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ModelSpeed."""

from cartesia_api.models.model_speed import ModelSpeed as ModelSpeed

__all__ = ["ModelSpeed"]
