# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime
from typing import Any

from ..model import Model
from .agent_metric_result_status import AgentMetricResultStatus
from .agent_transcript import AgentTranscript
from .metric_result_json_result_type_0 import MetricResultJsonResultType0


class MetricResult(Model):
    """What a metric said about a call. The only object of the API whose fields are in camelCase."""

    _json_names = {
        "metric_id": "metricId",
        "metric_name": "metricName",
        "agent_id": "agentId",
        "call_id": "callId",
        "deployment_id": "deploymentId",
        "created_at": "createdAt",
        "json_result": "jsonResult",
        "run_id": "runId",
    }
    _nullable = frozenset(["transcript", "json_result", "value", "run_id"])
    id: str
    """Id of the result."""
    metric_id: str
    """Id of the metric."""
    metric_name: str
    """Name of the metric."""
    agent_id: str
    """Id of the agent."""
    call_id: str
    """Id of the call."""
    deployment_id: str
    """Id of the deployment that answered."""
    summary: str
    """Summary of the call."""
    result: str
    """What the model answered."""
    status: AgentMetricResultStatus | str
    """Whether a result could be made of the answer."""
    created_at: datetime.datetime
    """When it was made, in UTC."""
    transcript: list[AgentTranscript] | None = None
    """The call that was judged."""
    json_result: MetricResultJsonResultType0 | None = None
    """The answer as JSON, if it was that."""
    value: Any = None
    """The value in the answer; any JSON."""
    run_id: str | None = None
    """Id of the run."""
