# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ReconnectingEvent, ReconnectingOverrides."""

from cartesia_api.official_types import ReconnectingEvent as ReconnectingEvent
from cartesia_api.official_types import ReconnectingOverrides as ReconnectingOverrides

__all__ = ["ReconnectingEvent", "ReconnectingOverrides"]
