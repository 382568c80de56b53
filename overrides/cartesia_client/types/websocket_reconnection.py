# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ReconnectingEvent, ReconnectingOverrides, is_recoverable_close."""

from cartesia_api.official_types import ReconnectingEvent as ReconnectingEvent
from cartesia_api.official_types import ReconnectingOverrides as ReconnectingOverrides
from cartesia_api.official_types import is_recoverable_close as is_recoverable_close

__all__ = ["ReconnectingEvent", "ReconnectingOverrides", "is_recoverable_close"]
