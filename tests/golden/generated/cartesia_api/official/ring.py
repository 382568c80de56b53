# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Ring."""

from cartesia_api.models.ring import Ring as Ring

__all__ = ["Ring"]
