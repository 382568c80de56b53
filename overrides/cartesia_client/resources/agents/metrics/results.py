# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.agents.metrics.results`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.resources.agents_metrics_results import (
        AgentsMetricsResultsResource as ResultsResource,
    )
    from cartesia_api.resources.agents_metrics_results import (
        AgentsMetricsResultsResourceWithRawResponse as ResultsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_metrics_results import (
        AgentsMetricsResultsResourceWithStreamingResponse as ResultsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_metrics_results import (
        AsyncAgentsMetricsResultsResource as AsyncResultsResource,
    )
    from cartesia_api.resources.agents_metrics_results import (
        AsyncAgentsMetricsResultsResourceWithRawResponse as AsyncResultsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_metrics_results import (
        AsyncAgentsMetricsResultsResourceWithStreamingResponse as AsyncResultsResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncResultsResource": (
        "cartesia_api.resources.agents_metrics_results",
        "AsyncAgentsMetricsResultsResource",
    ),
    "AsyncResultsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncResultsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "ResultsResource": (
        "cartesia_api.resources.agents_metrics_results",
        "AgentsMetricsResultsResource",
    ),
    "ResultsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "ResultsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncResultsResource",
    "AsyncResultsResourceWithRawResponse",
    "AsyncResultsResourceWithStreamingResponse",
    "ResultsResource",
    "ResultsResourceWithRawResponse",
    "ResultsResourceWithStreamingResponse",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _PLACES[name]
    value = getattr(import_module(module), own)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
