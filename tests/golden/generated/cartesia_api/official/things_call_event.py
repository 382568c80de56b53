# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ThingsCallEvent."""

from cartesia_api.events import ThingsCallEvent as ThingsCallEvent

__all__ = ["ThingsCallEvent"]
