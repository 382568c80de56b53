# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model


class EmbeddingSpecifier(Model):
    """A voice by its embedding, and its share of the mix."""

    embedding: list[float]
    """A voice as a vector of 192 numbers."""
    weight: float
    """Share of the voice."""
