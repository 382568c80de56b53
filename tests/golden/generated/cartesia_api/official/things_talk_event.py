# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ThingsTalkEvent."""

from cartesia_api.events import ThingsTalkEvent as ThingsTalkEvent

__all__ = ["ThingsTalkEvent"]
