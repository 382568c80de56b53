# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...types import File
from ...v2026_03_01.models.supported_language import SupportedLanguage


class CloneVoiceRequest(Model):
    """A recording, and what to call the voice made from it."""

    _nullable = frozenset(["description", "base_voice_id", "enhance"])
    _deprecated = frozenset(["enhance"])
    clip: File
    name: str
    language: str | SupportedLanguage
    description: str | None = None
    base_voice_id: str | None = None
    enhance: bool | None = None
    """Whether to clean the recording from noise first; it may make the voice less like the speaker. Deprecated."""
