# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class PronunciationDictItem(Model):
    """How one word is spoken."""

    text: str
    """The word as it is written."""
    alias: str
    """What is spoken instead, as text or, between `<<` and `>>`, as phonemes."""
    case_sensitive: bool | None = None
    """Whether capitals have to be as written. Without it every spelling in capitals or small letters matches; only sonic-3.6 and newer tell the two apart."""
