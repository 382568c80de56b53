# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .supported_language import SupportedLanguage


class CreateVoiceRequest(Model):
    """An embedding, and what to call the voice made from it."""

    name: str
    """Name of the new voice."""
    description: str
    """What the voice is like."""
    embedding: list[float]
    """A voice as a vector of 192 numbers."""
    language: str | SupportedLanguage | None = None
    """Language of the voice."""
    base_voice_id: str | None = None
    """Id of a voice to derive the new one from."""
