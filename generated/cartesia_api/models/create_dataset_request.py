# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class CreateDatasetRequest(Model):
    """A new dataset."""

    name: str
    """Name of the dataset."""
    description: str
    """What is in it."""
