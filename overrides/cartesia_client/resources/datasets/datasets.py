# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.datasets.datasets`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.resources.datasets import AsyncDatasetsResource as AsyncDatasetsResource
    from cartesia_api.resources.datasets import (
        AsyncDatasetsResourceWithRawResponse as AsyncDatasetsResourceWithRawResponse,
    )
    from cartesia_api.resources.datasets import (
        AsyncDatasetsResourceWithStreamingResponse as AsyncDatasetsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.datasets import DatasetsResource as DatasetsResource
    from cartesia_api.resources.datasets import (
        DatasetsResourceWithRawResponse as DatasetsResourceWithRawResponse,
    )
    from cartesia_api.resources.datasets import (
        DatasetsResourceWithStreamingResponse as DatasetsResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncDatasetsResource": ("cartesia_api.resources.datasets", "AsyncDatasetsResource"),
    "AsyncDatasetsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncDatasetsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "DatasetsResource": ("cartesia_api.resources.datasets", "DatasetsResource"),
    "DatasetsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "DatasetsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncDatasetsResource",
    "AsyncDatasetsResourceWithRawResponse",
    "AsyncDatasetsResourceWithStreamingResponse",
    "DatasetsResource",
    "DatasetsResourceWithRawResponse",
    "DatasetsResourceWithStreamingResponse",
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
