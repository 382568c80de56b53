# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client`."""

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
    from cartesia_api.resources.things_sounds import (
        AsyncThingsSoundsResource as AsyncThingsSoundsResource,
    )
    from cartesia_api.resources.things_sounds import (
        AsyncThingsSoundsResourceWithRawResponse as AsyncThingsSoundsResourceWithRawResponse,
    )
    from cartesia_api.resources.things_sounds import (
        AsyncThingsSoundsResourceWithStreamingResponse as AsyncThingsSoundsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.things_sounds import ThingsSoundsResource as ThingsSoundsResource
    from cartesia_api.resources.things_sounds import (
        ThingsSoundsResourceWithRawResponse as ThingsSoundsResourceWithRawResponse,
    )
    from cartesia_api.resources.things_sounds import (
        ThingsSoundsResourceWithStreamingResponse as ThingsSoundsResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncThingsResource": ("cartesia_api.resources.things", "AsyncThingsResource"),
    "AsyncThingsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncThingsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncThingsSoundsResource": (
        "cartesia_api.resources.things_sounds",
        "AsyncThingsSoundsResource",
    ),
    "AsyncThingsSoundsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncThingsSoundsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "ThingsResource": ("cartesia_api.resources.things", "ThingsResource"),
    "ThingsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "ThingsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "ThingsSoundsResource": ("cartesia_api.resources.things_sounds", "ThingsSoundsResource"),
    "ThingsSoundsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "ThingsSoundsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncThingsResource",
    "AsyncThingsResourceWithRawResponse",
    "AsyncThingsResourceWithStreamingResponse",
    "AsyncThingsSoundsResource",
    "AsyncThingsSoundsResourceWithRawResponse",
    "AsyncThingsSoundsResourceWithStreamingResponse",
    "ThingsResource",
    "ThingsResourceWithRawResponse",
    "ThingsResourceWithStreamingResponse",
    "ThingsSoundsResource",
    "ThingsSoundsResourceWithRawResponse",
    "ThingsSoundsResourceWithStreamingResponse",
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
