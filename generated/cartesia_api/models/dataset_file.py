# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class DatasetFile(Model):
    """A file of a dataset."""

    id: str
    """Id of the file."""
    filename: str
    """Name that the file was uploaded with."""
    created_at: str
    """When it was uploaded, as an ISO 8601 time."""
    size: int
    """Size in bytes."""
