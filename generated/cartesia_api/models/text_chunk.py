# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class TextChunk(Model):
    """A piece of text with its time."""

    text: str
    """The text."""
    start_timestamp: float
    """Seconds from the beginning of the call."""
