# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model


class PronunciationDictItem(Model):
    """How one word is spoken."""

    text: str
    alias: str
    pronunciation: str | None = None
    """The same as `alias`."""
