# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ReconnectingEvent."""

from cartesia_api.official_types import ReconnectingEvent as ReconnectingEvent

__all__ = ["ReconnectingEvent"]
