# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.datasets`."""

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
    from cartesia_api.resources.datasets_files import (
        AsyncDatasetsFilesResource as AsyncFilesResource,
    )
    from cartesia_api.resources.datasets_files import (
        AsyncDatasetsFilesResourceWithRawResponse as AsyncFilesResourceWithRawResponse,
    )
    from cartesia_api.resources.datasets_files import (
        AsyncDatasetsFilesResourceWithStreamingResponse as AsyncFilesResourceWithStreamingResponse,
    )
    from cartesia_api.resources.datasets_files import DatasetsFilesResource as FilesResource
    from cartesia_api.resources.datasets_files import (
        DatasetsFilesResourceWithRawResponse as FilesResourceWithRawResponse,
    )
    from cartesia_api.resources.datasets_files import (
        DatasetsFilesResourceWithStreamingResponse as FilesResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncDatasetsResource": ("cartesia_api.resources.datasets", "AsyncDatasetsResource"),
    "AsyncDatasetsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncDatasetsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncFilesResource": ("cartesia_api.resources.datasets_files", "AsyncDatasetsFilesResource"),
    "AsyncFilesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncFilesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "DatasetsResource": ("cartesia_api.resources.datasets", "DatasetsResource"),
    "DatasetsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "DatasetsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "FilesResource": ("cartesia_api.resources.datasets_files", "DatasetsFilesResource"),
    "FilesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "FilesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncDatasetsResource",
    "AsyncDatasetsResourceWithRawResponse",
    "AsyncDatasetsResourceWithStreamingResponse",
    "AsyncFilesResource",
    "AsyncFilesResourceWithRawResponse",
    "AsyncFilesResourceWithStreamingResponse",
    "DatasetsResource",
    "DatasetsResourceWithRawResponse",
    "DatasetsResourceWithStreamingResponse",
    "FilesResource",
    "FilesResourceWithRawResponse",
    "FilesResourceWithStreamingResponse",
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
