# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ThingEvent."""

from cartesia_api.events import ThingEvent as ThingEvent

__all__ = ["ThingEvent"]
