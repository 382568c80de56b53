# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""LogEventMetadata."""

from cartesia_api.models.log_event_metadata import LogEventMetadata as LogEventMetadata

__all__ = ["LogEventMetadata"]
