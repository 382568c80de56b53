# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.things.things`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.resources.things import AsyncThingsResource as AsyncThingsResource
    from cartesia_api.resources.things import (
        AsyncThingsResourceWithRawResponse as AsyncThingsResourceWithRawResponse,
    )
    from cartesia_api.resources.things import (
        AsyncThingsResourceWithStreamingResponse as AsyncThingsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.things import ThingsResource as ThingsResource
    from cartesia_api.resources.things import (
        ThingsResourceWithRawResponse as ThingsResourceWithRawResponse,
    )
    from cartesia_api.resources.things import (
        ThingsResourceWithStreamingResponse as ThingsResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncThingsResource": ("cartesia_api.resources.things", "AsyncThingsResource"),
    "AsyncThingsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncThingsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "ThingsResource": ("cartesia_api.resources.things", "ThingsResource"),
    "ThingsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "ThingsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncThingsResource",
    "AsyncThingsResourceWithRawResponse",
    "AsyncThingsResourceWithStreamingResponse",
    "ThingsResource",
    "ThingsResourceWithRawResponse",
    "ThingsResourceWithStreamingResponse",
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
