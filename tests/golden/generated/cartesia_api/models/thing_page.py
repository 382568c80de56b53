# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .thing import Thing


class ThingPage(Model):
    """A page of things."""

    data: list[Thing]
    """The things."""
    has_more: bool
    """More to come."""
    next_page: str | None = None
    """Cursor."""
