# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .fine_tune_base_model import FineTuneBaseModel
from .voice_accent import VoiceAccent


class CreateFineTuneRequest(Model):
    """A new fine-tune."""

    _nullable = frozenset(["accent"])
    name: str
    """Name of the fine-tune."""
    description: str
    """What it is for."""
    language: str
    """Language of the recordings, an ISO 639-1 code."""
    model_id: FineTuneBaseModel | str
    """Model to start from."""
    dataset: str
    """Id of the dataset to train with."""
    accent: VoiceAccent | None = None
    """Accent of the trained voice, an id of the accent catalog."""
