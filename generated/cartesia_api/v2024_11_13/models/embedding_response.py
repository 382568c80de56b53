# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model


class EmbeddingResponse(Model):
    """An embedding."""

    embedding: list[float]
    """A voice as a vector of 192 numbers."""
