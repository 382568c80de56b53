# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""`agents` of the types of requests, responses and events, under the names of the official library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.method_types import CallListParams as CallListParams
    from cartesia_api.method_types import DeploymentListResponse as DeploymentListResponse
    from cartesia_api.method_types import MetricCreateParams as MetricCreateParams
    from cartesia_api.method_types import MetricListParams as MetricListParams
    from cartesia_api.models.agent_call import AgentCall as AgentCall
    from cartesia_api.models.agent_transcript import AgentTranscript as AgentTranscript
    from cartesia_api.models.deployment import Deployment as Deployment
    from cartesia_api.models.list_metrics_response import ListMetricsResponse as MetricListResponse
    from cartesia_api.models.metric import Metric as Metric

_PLACES = {
    "AgentCall": ("cartesia_api.models.agent_call", "AgentCall"),
    "AgentTranscript": ("cartesia_api.models.agent_transcript", "AgentTranscript"),
    "CallListParams": ("cartesia_api.method_types", "CallListParams"),
    "Deployment": ("cartesia_api.models.deployment", "Deployment"),
    "DeploymentListResponse": ("cartesia_api.method_types", "DeploymentListResponse"),
    "Metric": ("cartesia_api.models.metric", "Metric"),
    "MetricCreateParams": ("cartesia_api.method_types", "MetricCreateParams"),
    "MetricListParams": ("cartesia_api.method_types", "MetricListParams"),
    "MetricListResponse": ("cartesia_api.models.list_metrics_response", "ListMetricsResponse"),
}

__all__ = [
    "AgentCall",
    "AgentTranscript",
    "CallListParams",
    "Deployment",
    "DeploymentListResponse",
    "Metric",
    "MetricCreateParams",
    "MetricListParams",
    "MetricListResponse",
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
