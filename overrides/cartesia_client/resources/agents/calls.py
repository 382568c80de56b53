# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.agents.calls`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_PLACES = {
    "AsyncCallsResource": ("cartesia_api.resources.agents_calls", "AsyncAgentsCallsResource"),
    "AsyncCallsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncCallsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "CallsResource": ("cartesia_api.resources.agents_calls", "AgentsCallsResource"),
    "CallsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "CallsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncCallsResource",
    "AsyncCallsResourceWithRawResponse",
    "AsyncCallsResourceWithStreamingResponse",
    "CallsResource",
    "CallsResourceWithRawResponse",
    "CallsResourceWithStreamingResponse",
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
