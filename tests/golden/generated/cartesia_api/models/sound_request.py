# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .style import Style


class SoundRequest(Model):
    """How to sound."""

    _deprecated = frozenset(["volume"])
    pitch: int
    """Height."""
    style: Style | None = None
    """A manner."""
    volume: float | None = None
    """Loudness. Deprecated."""
