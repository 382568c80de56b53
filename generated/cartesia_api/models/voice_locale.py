# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class VoiceLocale(Model):
    """A locale that a voice speaks."""

    locale: str
    """A BCP 47 tag of language and region, such as `en-US`."""
    is_native: bool
    """Whether this is the locale that the voice comes from."""
