# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .metric import Metric


class ListMetricsResponse(Model):
    """A page of metrics."""

    _nullable = frozenset(["next_page"])
    data: list[Metric]
    """The metrics of this page."""
    has_more: bool
    """Whether there is another page."""
    next_page: str | None = None
    """Cursor of the next page, an id for `starting_after`."""
