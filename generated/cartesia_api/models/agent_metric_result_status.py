from typing import Literal

AgentMetricResultStatus = Literal["completed", "failed"]

AGENT_METRIC_RESULT_STATUS_VALUES: set[AgentMetricResultStatus] = {
    "completed",
    "failed",
}


def check_agent_metric_result_status(value: str) -> AgentMetricResultStatus:
    if value in AGENT_METRIC_RESULT_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {AGENT_METRIC_RESULT_STATUS_VALUES!r}"
    )
