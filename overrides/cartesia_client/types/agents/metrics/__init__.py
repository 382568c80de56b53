# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""`agents.metrics` of the types of requests, responses and events, under the names of the official library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.method_types import ResultExportParams as ResultExportParams
    from cartesia_api.method_types import ResultExportResponse as ResultExportResponse
    from cartesia_api.method_types import ResultListParams as ResultListParams
    from cartesia_api.models.metric_result import MetricResult as ResultListResponse

_PLACES = {
    "ResultExportParams": ("cartesia_api.method_types", "ResultExportParams"),
    "ResultExportResponse": ("cartesia_api.method_types", "ResultExportResponse"),
    "ResultListParams": ("cartesia_api.method_types", "ResultListParams"),
    "ResultListResponse": ("cartesia_api.models.metric_result", "MetricResult"),
}

__all__ = ["ResultExportParams", "ResultExportResponse", "ResultListParams", "ResultListResponse"]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _PLACES[name]
    value = getattr(import_module(module), own)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
