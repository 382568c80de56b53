# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""`datasets` of the types of requests, responses and events, under the names of the official library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.method_types import FileListParams as FileListParams
    from cartesia_api.method_types import FileUploadParams as FileUploadParams
    from cartesia_api.models.dataset_file import DatasetFile as FileListResponse

_PLACES = {
    "FileListParams": ("cartesia_api.method_types", "FileListParams"),
    "FileListResponse": ("cartesia_api.models.dataset_file", "DatasetFile"),
    "FileUploadParams": ("cartesia_api.method_types", "FileUploadParams"),
}

__all__ = ["FileListParams", "FileListResponse", "FileUploadParams"]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _PLACES[name]
    value = getattr(import_module(module), own)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
