# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model


class CreateFineTuneRequest(Model):
    """A new fine-tune."""

    name: str
    description: str
    language: str
    model_id: str
    """Id of the model, such as `sonic-2`."""
    dataset: str
