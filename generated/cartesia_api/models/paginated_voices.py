# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .voice import Voice


class PaginatedVoices(Model):
    """A page of voices."""

    _nullable = frozenset(["next_page"])
    data: list[Voice]
    """The voices of this page."""
    has_more: bool
    """Whether there is another page."""
    next_page: str | None = None
    """Cursor of the next page, an id for `starting_after`."""
