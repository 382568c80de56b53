# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ...model import Model
from ...models.gender_presentation import GenderPresentation
from ...models.voice_locale import VoiceLocale
from ...v2026_03_01.models.supported_language import SupportedLanguage
from ...v2026_03_01.models.voice_accent import VoiceAccent


class Voice(Model):
    """A voice."""

    _nullable = frozenset(["gender", "accent", "country", "preview_file_url"])
    id: str
    is_owner: bool
    name: str
    """Name of the voice, often with a few words about it."""
    description: str
    created_at: datetime.datetime
    language: str | SupportedLanguage
    locales: list[VoiceLocale]
    is_public: bool
    """Whether the voice is public."""
    gender: GenderPresentation | str | None = None
    accent: str | VoiceAccent | None = None
    """Accent of the voice, by its display name."""
    country: str | None = None
    """Country as an ISO 3166-1 code of two letters."""
    preview_file_url: str | None = None
