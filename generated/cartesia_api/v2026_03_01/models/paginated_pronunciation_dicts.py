# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .pronunciation_dict import PronunciationDict


class PaginatedPronunciationDicts(Model):
    """A page of dictionaries."""

    _nullable = frozenset(["next_page"])
    data: list[PronunciationDict]
    has_more: bool
    next_page: str | None = None
