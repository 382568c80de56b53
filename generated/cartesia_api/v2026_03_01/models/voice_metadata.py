# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ...model import Model
from .supported_language import SupportedLanguage


class VoiceMetadata(Model):
    """A voice that was just made. Look it up for its locales, accent and gender."""

    id: str
    user_id: str
    name: str
    description: str
    created_at: datetime.datetime
    language: str | SupportedLanguage
    is_public: bool
    """Whether the voice is public."""
