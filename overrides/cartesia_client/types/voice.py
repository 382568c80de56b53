# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Voice."""

from cartesia_api.models.voice import Voice as Voice

__all__ = ["Voice"]
