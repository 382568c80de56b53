# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.fine_tune_base_model import FineTuneBaseModel
from .voice_accent import VoiceAccent


class CreateFineTuneRequest(Model):
    """A new fine-tune."""

    _nullable = frozenset(["accent"])
    name: str
    description: str
    language: str
    model_id: FineTuneBaseModel | str
    dataset: str
    accent: VoiceAccent | None = None
    """Accent, by its display name."""
