# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class UpdateDatasetRequest(Model):
    """New name and description of a dataset."""

    name: str
    """New name."""
    description: str
    """New description."""
