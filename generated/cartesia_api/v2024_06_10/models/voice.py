# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ...model import Model
from ...v2024_11_13.models.supported_language import SupportedLanguage


class Voice(Model):
    """A voice."""

    id: str
    name: str
    """Name of the voice, often with a few words about it."""
    description: str
    created_at: datetime.datetime
    language: str | SupportedLanguage
    embedding: list[float]
    """A voice as a vector of 192 numbers."""
    is_public: bool
    """Whether the voice is public."""
    user_id: str | None = None
    """Id of the owner."""
