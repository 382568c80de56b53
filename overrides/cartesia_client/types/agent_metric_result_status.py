# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentMetricResultStatus."""

from cartesia_api.models.agent_metric_result_status import (
    AgentMetricResultStatus as AgentMetricResultStatus,
)

__all__ = ["AgentMetricResultStatus"]
