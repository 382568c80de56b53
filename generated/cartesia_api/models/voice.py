# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ..model import Model
from .gender_presentation import GenderPresentation
from .supported_language import SupportedLanguage
from .voice_accent import VoiceAccent
from .voice_access import VoiceAccess
from .voice_locale import VoiceLocale
from .voice_visibility import VoiceVisibility


class Voice(Model):
    """A voice."""

    _nullable = frozenset(["gender", "accent", "country", "preview_file_url"])
    _deprecated = frozenset(["country"])
    id: str
    """Id of a voice, a UUID."""
    is_owner: bool
    """Whether the caller's organization owns the voice."""
    access: str | VoiceAccess
    """Who may use the voice; private means its owner only."""
    visibility: str | VoiceVisibility
    """In whose lists the voice appears."""
    name: str
    """Name of the voice, without the tagline."""
    tagline: str
    """A few words about the voice; empty when there are none."""
    description: str
    """What the voice is like and what it suits."""
    created_at: datetime.datetime
    """When the voice was made, in UTC."""
    language: str | SupportedLanguage
    """Main language of the voice."""
    locales: list[VoiceLocale]
    """Locales that the voice speaks, its native one first."""
    gender: GenderPresentation | str | None = None
    """Gender presentation of the voice, if known."""
    accent: str | VoiceAccent | None = None
    """Accent of the voice, an id of the accent catalog."""
    country: str | None = None
    """Country as an ISO 3166-1 code of two letters. Use the locales instead. Deprecated."""
    preview_file_url: str | None = None
    """Address of a sample of the voice, filled in on request (`expand`); null when there is none. Fetching it needs the same credentials, and the address does not last."""
