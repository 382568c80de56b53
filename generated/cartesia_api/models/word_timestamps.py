# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class WordTimestamps(Model):
    """Words and their times, as three lists of the same length."""

    words: list[str]
    """The words."""
    start: list[float]
    """When each begins, in seconds from the beginning of the audio."""
    end: list[float]
    """When each ends, in seconds from the beginning of the audio."""
