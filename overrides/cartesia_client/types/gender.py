# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Gender."""

from cartesia_api.models.gender import Gender as Gender

__all__ = ["Gender"]
