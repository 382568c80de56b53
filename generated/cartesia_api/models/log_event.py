# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .log_event_metadata import LogEventMetadata


class LogEvent(Model):
    """An event that the agent's code logged."""

    event: str
    """Name of the event."""
    metadata: LogEventMetadata
    """What the code said about it."""
    timestamp: float
    """Seconds from the beginning of the call."""
