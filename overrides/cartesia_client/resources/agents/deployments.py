# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.agents.deployments`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_PLACES = {
    "AsyncDeploymentsResource": (
        "cartesia_api.resources.agents_deployments",
        "AsyncAgentsDeploymentsResource",
    ),
    "AsyncDeploymentsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncDeploymentsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "DeploymentsResource": (
        "cartesia_api.resources.agents_deployments",
        "AgentsDeploymentsResource",
    ),
    "DeploymentsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "DeploymentsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncDeploymentsResource",
    "AsyncDeploymentsResourceWithRawResponse",
    "AsyncDeploymentsResourceWithStreamingResponse",
    "DeploymentsResource",
    "DeploymentsResourceWithRawResponse",
    "DeploymentsResourceWithStreamingResponse",
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
