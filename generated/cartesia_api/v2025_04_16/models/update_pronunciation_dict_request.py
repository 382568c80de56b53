# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .pronunciation_dict_item import PronunciationDictItem


class UpdatePronunciationDictRequest(Model):
    """What to change of a dictionary."""

    _nullable = frozenset(["name", "items", "description"])
    name: str | None = None
    items: list[PronunciationDictItem] | None = None
    description: str | None = None
    """What the dictionary is for."""
