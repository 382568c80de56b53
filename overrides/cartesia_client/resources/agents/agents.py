# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.agents.agents`."""

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
