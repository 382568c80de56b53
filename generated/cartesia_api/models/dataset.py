# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class Dataset(Model):
    """A collection of recordings to train a voice with."""

    id: str
    """Id of the dataset."""
    name: str
    """Name of the dataset."""
    created_at: str
    """When it was made, as an ISO 8601 time."""
    description: str
    """What is in it; may be empty."""
