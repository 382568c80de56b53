# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ReconnectingOverrides."""

from cartesia_api.official_types import ReconnectingOverrides as ReconnectingOverrides

__all__ = ["ReconnectingOverrides"]
