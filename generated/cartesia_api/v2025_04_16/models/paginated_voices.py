# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .voice import Voice


class PaginatedVoices(Model):
    """A page of voices."""

    data: list[Voice]
    has_more: bool
