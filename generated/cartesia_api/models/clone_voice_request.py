# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from ..types import File
from .supported_language import SupportedLanguage
from .voice_accent import VoiceAccent


class CloneVoiceRequest(Model):
    """A recording, and what to call the voice made from it."""

    _nullable = frozenset(["description", "accent", "base_voice_id"])
    clip: File
    """The recording, as an audio file. About five seconds of clean speech are best."""
    name: str
    """Name of the new voice."""
    language: str | SupportedLanguage
    """Language that is spoken in the recording."""
    description: str | None = None
    """What the voice is like."""
    accent: VoiceAccent | None = None
    """Accent of the speaker, an id of the accent catalog."""
    base_voice_id: str | None = None
    """Id of a voice to derive the new one from."""
