# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""WordTimestamps."""

from cartesia_api.events import WordTimestamps as WordTimestamps

__all__ = ["WordTimestamps"]
