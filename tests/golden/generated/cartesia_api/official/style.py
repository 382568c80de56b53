# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Style."""

from cartesia_api.models.style import Style as Style

__all__ = ["Style"]
