# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Speak."""

from cartesia_api.events import Speak as Speak

__all__ = ["Speak"]
