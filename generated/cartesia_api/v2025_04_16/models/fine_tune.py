# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.fine_tune_status import FineTuneStatus


class FineTune(Model):
    """Training of a voice."""

    id: str
    name: str
    description: str
    language: str
    model_id: str
    dataset: str
    status: FineTuneStatus | str
