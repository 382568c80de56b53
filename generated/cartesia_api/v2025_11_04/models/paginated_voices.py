# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .voice import Voice


class PaginatedVoices(Model):
    """A page of voices."""

    _nullable = frozenset(["next_page"])
    data: list[Voice]
    has_more: bool
    next_page: str | None = None
