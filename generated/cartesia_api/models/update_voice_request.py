# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .gender_presentation import GenderPresentation
from .voice_accent import VoiceAccent


class UpdateVoiceRequest(Model):
    """What to change of a voice; fields that are absent stay as they are."""

    _nullable = frozenset(["gender", "accent"])
    name: str | None = None
    """New name."""
    description: str | None = None
    """New description."""
    gender: GenderPresentation | None = None
    """New gender presentation; null takes it back to the default."""
    accent: VoiceAccent | None = None
    """New accent, an id of the accent catalog."""
