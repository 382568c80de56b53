# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model
from .controls import Controls


class TTSRequestEmbeddingSpecifier(Model):
    """A voice as an embedding."""

    _json_names = {"field_experimental_controls": "__experimental_controls"}
    embedding: list[float]
    """A voice as a vector of 192 numbers."""
    mode: Literal["embedding"] = "embedding"
    """Says that the voice is given as an embedding. Default: 'embedding'."""
    field_experimental_controls: Controls | None = None
    """Speed and emotion of the speech. Newer models ignore them."""
