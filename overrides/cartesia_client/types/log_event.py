# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""LogEvent."""

from cartesia_api.models.log_event import LogEvent as LogEvent

__all__ = ["LogEvent"]
