# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .pronunciation_dict_item import PronunciationDictItem


class CreatePronunciationDictRequest(Model):
    """A new dictionary."""

    _nullable = frozenset(["items", "description"])
    name: str
    items: list[PronunciationDictItem] | None = None
    description: str | None = None
    """What the dictionary is for."""
