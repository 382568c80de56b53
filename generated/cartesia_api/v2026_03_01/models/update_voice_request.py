# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.gender_presentation import GenderPresentation
from .voice_accent import VoiceAccent


class UpdateVoiceRequest(Model):
    """What to change of a voice; fields that are absent stay as they are."""

    _nullable = frozenset(["gender", "accent"])
    name: str | None = None
    description: str | None = None
    gender: GenderPresentation | None = None
    accent: VoiceAccent | None = None
    """Accent, by its display name."""
