# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class Style(Model):
    """A manner."""

    kind: Literal["plain"] = "plain"
    """The only kind. Default: 'plain'."""
    mood: str | None = None
    """Mood."""
