# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ...model import Model
from ...models.gender_presentation import GenderPresentation
from ...v2026_03_01.models.supported_language import SupportedLanguage


class Voice(Model):
    """A voice."""

    _nullable = frozenset(["gender", "preview_file_url"])
    id: str
    is_owner: bool
    name: str
    """Name of the voice, often with a few words about it."""
    description: str
    created_at: datetime.datetime
    language: str | SupportedLanguage
    is_public: bool
    """Whether the voice is public."""
    gender: GenderPresentation | str | None = None
    preview_file_url: str | None = None
    is_starred: bool | None = None
    """Whether the caller has marked the voice with a star; filled in on request (`expand`)."""
