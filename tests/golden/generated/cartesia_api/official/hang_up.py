# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""HangUp."""

from cartesia_api.events import HangUp as HangUp

__all__ = ["HangUp"]
