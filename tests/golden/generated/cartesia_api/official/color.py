# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Color."""

from cartesia_api.models.color import Color as Color

__all__ = ["Color"]
