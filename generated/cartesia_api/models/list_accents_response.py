# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .accent import Accent


class ListAccentsResponse(Model):
    """The accent catalog."""

    accents: list[Accent]
    """All accents, sorted by id."""
