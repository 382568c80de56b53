# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .pronunciation_dict_item import PronunciationDictItem


class UpdatePronunciationDictRequest(Model):
    """What to change of a dictionary."""

    _nullable = frozenset(["name", "items"])
    name: str | None = None
    """New name."""
    items: list[PronunciationDictItem] | None = None
    """New entries, in place of all old ones."""
