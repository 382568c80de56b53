# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.datasets.files`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    "AsyncFilesResource": ("cartesia_api.resources.datasets_files", "AsyncDatasetsFilesResource"),
    "AsyncFilesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncFilesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "FilesResource": ("cartesia_api.resources.datasets_files", "DatasetsFilesResource"),
    "FilesResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "FilesResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncFilesResource",
    "AsyncFilesResourceWithRawResponse",
    "AsyncFilesResourceWithStreamingResponse",
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
