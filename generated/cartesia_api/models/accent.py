# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .voice_accent import VoiceAccent


class Accent(Model):
    """An accent of the catalog."""

    id: str | VoiceAccent
    """Id of the accent."""
    name: str
    """Name to show."""
    language: str
    """Language, an ISO 639-1 code."""
    locale: str
    """Locale that the accent belongs to, such as en-GB."""
    is_locale_default: bool
    """Whether this is the usual accent of its locale."""
    is_localizable: bool
    """Whether voices can be localized to it."""
