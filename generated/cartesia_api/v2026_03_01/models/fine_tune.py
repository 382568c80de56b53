# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.fine_tune_status import FineTuneStatus
from .voice_accent import VoiceAccent


class FineTune(Model):
    """Training of a voice."""

    _nullable = frozenset(["accent"])
    id: str
    name: str
    description: str
    language: str
    model_id: str
    dataset: str
    status: FineTuneStatus | str
    accent: str | VoiceAccent | None = None
    """Accent, by its display name."""
