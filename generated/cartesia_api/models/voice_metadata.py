# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ..model import Model
from .supported_language import SupportedLanguage
from .voice_access import VoiceAccess
from .voice_visibility import VoiceVisibility


class VoiceMetadata(Model):
    """A voice that was just made. Look it up for its locales, accent and gender."""

    id: str
    """Id of the new voice."""
    user_id: str
    """Id of the owner."""
    access: str | VoiceAccess
    """Who may use the voice; private means its owner only."""
    visibility: str | VoiceVisibility
    """In whose lists the voice appears."""
    name: str
    """Name of the voice."""
    tagline: str
    """A few words about the voice."""
    description: str
    """What the voice is like; longer than the tagline."""
    created_at: datetime.datetime
    """When the voice was made, in UTC."""
    language: str | SupportedLanguage
    """Language of the voice."""
