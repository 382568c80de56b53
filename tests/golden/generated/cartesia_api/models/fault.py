# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class Fault(Model):
    """What failed."""

    title: str
    """In a few words."""
