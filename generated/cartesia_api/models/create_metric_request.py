# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class CreateMetricRequest(Model):
    """A new metric."""

    _nullable = frozenset(["display_name"])
    name: str
    """Unique name: small letters, digits, underscore, hyphen and dot."""
    prompt: str
    """What the model is to judge, and by which criteria."""
    display_name: str | None = None
    """Name to show."""
