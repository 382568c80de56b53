# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GoneEvent."""

from cartesia_api.events import GoneEvent as GoneEvent

__all__ = ["GoneEvent"]
