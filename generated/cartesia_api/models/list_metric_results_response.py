# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .metric_result import MetricResult


class ListMetricResultsResponse(Model):
    """A page of results."""

    _nullable = frozenset(["next_page"])
    data: list[MetricResult]
    """The results of this page."""
    has_more: bool
    """Whether there is another page."""
    next_page: str | None = None
    """Cursor of the next page, an id for `starting_after`."""
