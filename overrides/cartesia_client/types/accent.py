# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Accent."""

from cartesia_api.models.accent import Accent as Accent

__all__ = ["Accent"]
