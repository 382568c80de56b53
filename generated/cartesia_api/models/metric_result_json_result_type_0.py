# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class MetricResultJsonResultType0(Model):
    """The answer as JSON, if it was that."""
