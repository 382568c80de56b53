# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.gender_presentation import GenderPresentation


class UpdateVoiceRequest(Model):
    """What to change of a voice; fields that are absent stay as they are."""

    _nullable = frozenset(["gender"])
    name: str
    description: str
    gender: GenderPresentation | None = None
