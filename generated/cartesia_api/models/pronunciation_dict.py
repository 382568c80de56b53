# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .pronunciation_dict_item import PronunciationDictItem


class PronunciationDict(Model):
    """A pronunciation dictionary."""

    id: str
    """Id of the dictionary."""
    name: str
    """Name of the dictionary."""
    owner_id: str
    """Id of the user or organization that owns it."""
    pinned: bool
    """Whether the caller has pinned it."""
    items: list[PronunciationDictItem]
    """The entries."""
    created_at: str
    """When it was made, as an ISO 8601 time."""
