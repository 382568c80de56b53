# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ...model import Model
from .supported_language import SupportedLanguage


class Voice(Model):
    """A voice."""

    id: str
    is_owner: bool
    name: str
    """Name of the voice, often with a few words about it."""
    description: str
    created_at: datetime.datetime
    language: str | SupportedLanguage
    is_starred: bool | None = None
    """Whether the caller has marked the voice with a star; filled in on request (`expand`)."""
    embedding: list[float] | None = None
    """A voice as a vector of 192 numbers."""
