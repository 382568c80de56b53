# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .fine_tune import FineTune


class PaginatedFineTunes(Model):
    """A page of fine-tunes."""

    _nullable = frozenset(["next_page"])
    data: list[FineTune]
    has_more: bool
    next_page: str | None = None
