# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...types import File
from .supported_language import SupportedLanguage
from .voice_accent import VoiceAccent


class CloneVoiceRequest(Model):
    """A recording, and what to call the voice made from it."""

    _nullable = frozenset(["description", "accent", "base_voice_id"])
    clip: File
    name: str
    language: str | SupportedLanguage
    description: str | None = None
    accent: VoiceAccent | None = None
    """Accent, by its display name."""
    base_voice_id: str | None = None
