# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .fine_tune_status import FineTuneStatus
from .voice_accent import VoiceAccent


class FineTune(Model):
    """Training of a voice."""

    _nullable = frozenset(["accent"])
    id: str
    """Id of the fine-tune."""
    name: str
    """Name of the fine-tune."""
    description: str
    """What it is for."""
    language: str
    """Language of the recordings, an ISO 639-1 code."""
    model_id: str
    """Model that the training started from."""
    dataset: str
    """Id of the dataset it is trained with."""
    status: FineTuneStatus | str
    """How far it is."""
    accent: str | VoiceAccent | None = None
    """Accent of the trained voice, an id of the accent catalog."""
