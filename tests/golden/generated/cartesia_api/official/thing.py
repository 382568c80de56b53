# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Thing."""

from cartesia_api.models.thing import Thing as Thing

__all__ = ["Thing"]
