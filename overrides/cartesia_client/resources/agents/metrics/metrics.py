# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.agents.metrics.metrics`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.resources.agents_metrics import AgentsMetricsResource as MetricsResource
    from cartesia_api.resources.agents_metrics import (
        AgentsMetricsResourceWithRawResponse as MetricsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_metrics import (
        AgentsMetricsResourceWithStreamingResponse as MetricsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_metrics import (
        AsyncAgentsMetricsResource as AsyncMetricsResource,
    )
    from cartesia_api.resources.agents_metrics import (
        AsyncAgentsMetricsResourceWithRawResponse as AsyncMetricsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_metrics import (
        AsyncAgentsMetricsResourceWithStreamingResponse as AsyncMetricsResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncMetricsResource": ("cartesia_api.resources.agents_metrics", "AsyncAgentsMetricsResource"),
    "AsyncMetricsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncMetricsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "MetricsResource": ("cartesia_api.resources.agents_metrics", "AgentsMetricsResource"),
    "MetricsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "MetricsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncMetricsResource",
    "AsyncMetricsResourceWithRawResponse",
    "AsyncMetricsResourceWithStreamingResponse",
    "MetricsResource",
    "MetricsResourceWithRawResponse",
    "MetricsResourceWithStreamingResponse",
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
