# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Emotion."""

from cartesia_api.models.emotion import Emotion as Emotion

__all__ = ["Emotion"]
