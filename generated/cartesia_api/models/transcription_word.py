# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class TranscriptionWord(Model):
    """A word and its times."""

    word: str
    """The word; may begin with a space."""
    start: float
    """When it begins in seconds."""
    end: float
    """When it ends in seconds."""
