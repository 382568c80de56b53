# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.things.sounds`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.resources.things_sounds import (
        AsyncThingsSoundsResource as AsyncSoundsResource,
    )
    from cartesia_api.resources.things_sounds import (
        AsyncThingsSoundsResourceWithRawResponse as AsyncSoundsResourceWithRawResponse,
    )
    from cartesia_api.resources.things_sounds import (
        AsyncThingsSoundsResourceWithStreamingResponse as AsyncSoundsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.things_sounds import ThingsSoundsResource as SoundsResource
    from cartesia_api.resources.things_sounds import (
        ThingsSoundsResourceWithRawResponse as SoundsResourceWithRawResponse,
    )
    from cartesia_api.resources.things_sounds import (
        ThingsSoundsResourceWithStreamingResponse as SoundsResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncSoundsResource": ("cartesia_api.resources.things_sounds", "AsyncThingsSoundsResource"),
    "AsyncSoundsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncSoundsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "SoundsResource": ("cartesia_api.resources.things_sounds", "ThingsSoundsResource"),
    "SoundsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "SoundsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncSoundsResource",
    "AsyncSoundsResourceWithRawResponse",
    "AsyncSoundsResourceWithStreamingResponse",
    "SoundsResource",
    "SoundsResourceWithRawResponse",
    "SoundsResourceWithStreamingResponse",
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
