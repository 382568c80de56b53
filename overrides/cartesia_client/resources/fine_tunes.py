# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.fine_tunes`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.resources.fine_tunes import AsyncFineTunesResource as AsyncFineTunesResource
    from cartesia_api.resources.fine_tunes import (
        AsyncFineTunesResourceWithRawResponse as AsyncFineTunesResourceWithRawResponse,
    )
    from cartesia_api.resources.fine_tunes import (
        AsyncFineTunesResourceWithStreamingResponse as AsyncFineTunesResourceWithStreamingResponse,
    )
    from cartesia_api.resources.fine_tunes import FineTunesResource as FineTunesResource
    from cartesia_api.resources.fine_tunes import (
        FineTunesResourceWithRawResponse as FineTunesResourceWithRawResponse,
    )
    from cartesia_api.resources.fine_tunes import (
        FineTunesResourceWithStreamingResponse as FineTunesResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncFineTunesResource": ("cartesia_api.resources.fine_tunes", "AsyncFineTunesResource"),
    "AsyncFineTunesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncFineTunesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "FineTunesResource": ("cartesia_api.resources.fine_tunes", "FineTunesResource"),
    "FineTunesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "FineTunesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncFineTunesResource",
    "AsyncFineTunesResourceWithRawResponse",
    "AsyncFineTunesResourceWithStreamingResponse",
    "FineTunesResource",
    "FineTunesResourceWithRawResponse",
    "FineTunesResourceWithStreamingResponse",
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
