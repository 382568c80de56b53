# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .embedding_specifier import EmbeddingSpecifier
from .id_specifier import IdSpecifier


class MixVoicesRequest(Model):
    """Voices to mix."""

    voices: list[EmbeddingSpecifier | IdSpecifier]
    """The voices, each with its share."""
