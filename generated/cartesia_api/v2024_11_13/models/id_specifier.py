# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model


class IdSpecifier(Model):
    """A voice by its id, and its share of the mix."""

    id: str
    """Id of the voice."""
    weight: float
    """Share of the voice."""
