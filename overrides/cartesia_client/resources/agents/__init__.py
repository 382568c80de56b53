# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.agents`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_client import AgentStream as AgentsResourceConnection
    from cartesia_client import AgentStream as AgentsResourceConnectionManager
    from cartesia_client import AsyncAgentStream as AsyncAgentsResourceConnection
    from cartesia_client import AsyncAgentStream as AsyncAgentsResourceConnectionManager

    from cartesia_api.resources.agents import AgentsResource as AgentsResource
    from cartesia_api.resources.agents import (
        AgentsResourceWithRawResponse as AgentsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents import (
        AgentsResourceWithStreamingResponse as AgentsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents import AsyncAgentsResource as AsyncAgentsResource
    from cartesia_api.resources.agents import (
        AsyncAgentsResourceWithRawResponse as AsyncAgentsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents import (
        AsyncAgentsResourceWithStreamingResponse as AsyncAgentsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_calls import AgentsCallsResource as CallsResource
    from cartesia_api.resources.agents_calls import (
        AgentsCallsResourceWithRawResponse as CallsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_calls import (
        AgentsCallsResourceWithStreamingResponse as CallsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_calls import AsyncAgentsCallsResource as AsyncCallsResource
    from cartesia_api.resources.agents_calls import (
        AsyncAgentsCallsResourceWithRawResponse as AsyncCallsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_calls import (
        AsyncAgentsCallsResourceWithStreamingResponse as AsyncCallsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_deployments import (
        AgentsDeploymentsResource as DeploymentsResource,
    )
    from cartesia_api.resources.agents_deployments import (
        AgentsDeploymentsResourceWithRawResponse as DeploymentsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_deployments import (
        AgentsDeploymentsResourceWithStreamingResponse as DeploymentsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.agents_deployments import (
        AsyncAgentsDeploymentsResource as AsyncDeploymentsResource,
    )
    from cartesia_api.resources.agents_deployments import (
        AsyncAgentsDeploymentsResourceWithRawResponse as AsyncDeploymentsResourceWithRawResponse,
    )
    from cartesia_api.resources.agents_deployments import (
        AsyncAgentsDeploymentsResourceWithStreamingResponse as AsyncDeploymentsResourceWithStreamingResponse,
    )
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
    "AgentsResource": ("cartesia_api.resources.agents", "AgentsResource"),
    "AgentsResourceConnection": ("cartesia_client", "AgentStream"),
    "AgentsResourceConnectionManager": ("cartesia_client", "AgentStream"),
    "AgentsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AgentsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsResource": ("cartesia_api.resources.agents", "AsyncAgentsResource"),
    "AsyncAgentsResourceConnection": ("cartesia_client", "AsyncAgentStream"),
    "AsyncAgentsResourceConnectionManager": ("cartesia_client", "AsyncAgentStream"),
    "AsyncAgentsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAgentsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncCallsResource": ("cartesia_api.resources.agents_calls", "AsyncAgentsCallsResource"),
    "AsyncCallsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncCallsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncDeploymentsResource": (
        "cartesia_api.resources.agents_deployments",
        "AsyncAgentsDeploymentsResource",
    ),
    "AsyncDeploymentsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncDeploymentsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncMetricsResource": ("cartesia_api.resources.agents_metrics", "AsyncAgentsMetricsResource"),
    "AsyncMetricsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncMetricsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "CallsResource": ("cartesia_api.resources.agents_calls", "AgentsCallsResource"),
    "CallsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "CallsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "DeploymentsResource": (
        "cartesia_api.resources.agents_deployments",
        "AgentsDeploymentsResource",
    ),
    "DeploymentsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "DeploymentsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "MetricsResource": ("cartesia_api.resources.agents_metrics", "AgentsMetricsResource"),
    "MetricsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "MetricsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AgentsResource",
    "AgentsResourceConnection",
    "AgentsResourceConnectionManager",
    "AgentsResourceWithRawResponse",
    "AgentsResourceWithStreamingResponse",
    "AsyncAgentsResource",
    "AsyncAgentsResourceConnection",
    "AsyncAgentsResourceConnectionManager",
    "AsyncAgentsResourceWithRawResponse",
    "AsyncAgentsResourceWithStreamingResponse",
    "AsyncCallsResource",
    "AsyncCallsResourceWithRawResponse",
    "AsyncCallsResourceWithStreamingResponse",
    "AsyncDeploymentsResource",
    "AsyncDeploymentsResourceWithRawResponse",
    "AsyncDeploymentsResourceWithStreamingResponse",
    "AsyncMetricsResource",
    "AsyncMetricsResourceWithRawResponse",
    "AsyncMetricsResourceWithStreamingResponse",
    "CallsResource",
    "CallsResourceWithRawResponse",
    "CallsResourceWithStreamingResponse",
    "DeploymentsResource",
    "DeploymentsResourceWithRawResponse",
    "DeploymentsResourceWithStreamingResponse",
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
