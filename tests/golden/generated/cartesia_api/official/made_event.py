# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""MadeEvent."""

from cartesia_api.events import MadeEvent as MadeEvent

__all__ = ["MadeEvent"]
