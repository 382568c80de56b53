# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ..model import Model


class Metric(Model):
    """A metric by which a language model judges calls."""

    _nullable = frozenset(["display_name"])
    id: str
    """Id of the metric."""
    name: str
    """Name of the metric."""
    prompt: str
    """What the model is to judge."""
    created_at: datetime.datetime
    """When it was made, in UTC."""
    display_name: str | None = None
    """Name to show."""
