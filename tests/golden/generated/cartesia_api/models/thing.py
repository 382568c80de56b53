# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ..model import Model
from .color import Color


class Thing(Model):
    """A thing."""

    _nullable = frozenset(["made_at"])
    id: str
    """Its id."""
    color: Color | str
    """Its color."""
    made_at: datetime.datetime | None = None
    """When it was made."""
