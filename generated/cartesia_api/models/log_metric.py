# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class LogMetric(Model):
    """A number that the agent's code logged."""

    name: str
    """What was measured."""
    value: float
    """The number."""
    timestamp: float
    """Seconds from the beginning of the call."""
