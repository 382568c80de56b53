# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""StyleParam."""

from cartesia_api.params import StyleParam as StyleParam

__all__ = ["StyleParam"]
