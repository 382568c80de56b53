# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .pronunciation_dict_item import PronunciationDictItem


class PronunciationDict(Model):
    """A pronunciation dictionary."""

    _nullable = frozenset(["description"])
    id: str
    name: str
    owner_id: str
    pinned: bool
    items: list[PronunciationDictItem]
    created_at: str
    description: str | None = None
    """What the dictionary is for."""
