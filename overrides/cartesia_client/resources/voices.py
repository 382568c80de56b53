# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.voices`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.resources.voices import AsyncVoicesResource as AsyncVoicesResource
    from cartesia_api.resources.voices import (
        AsyncVoicesResourceWithRawResponse as AsyncVoicesResourceWithRawResponse,
    )
    from cartesia_api.resources.voices import (
        AsyncVoicesResourceWithStreamingResponse as AsyncVoicesResourceWithStreamingResponse,
    )
    from cartesia_api.resources.voices import VoicesResource as VoicesResource
    from cartesia_api.resources.voices import (
        VoicesResourceWithRawResponse as VoicesResourceWithRawResponse,
    )
    from cartesia_api.resources.voices import (
        VoicesResourceWithStreamingResponse as VoicesResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncVoicesResource": ("cartesia_api.resources.voices", "AsyncVoicesResource"),
    "AsyncVoicesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncVoicesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "VoicesResource": ("cartesia_api.resources.voices", "VoicesResource"),
    "VoicesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "VoicesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncVoicesResource",
    "AsyncVoicesResourceWithRawResponse",
    "AsyncVoicesResourceWithStreamingResponse",
    "VoicesResource",
    "VoicesResourceWithRawResponse",
    "VoicesResourceWithStreamingResponse",
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
