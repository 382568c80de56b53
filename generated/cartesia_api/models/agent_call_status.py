from typing import Literal

AgentCallStatus = Literal["active", "cancelled", "completed", "failed"]

AGENT_CALL_STATUS_VALUES: set[AgentCallStatus] = {
    "active",
    "cancelled",
    "completed",
    "failed",
}


def check_agent_call_status(value: str) -> AgentCallStatus:
    if value in AGENT_CALL_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AGENT_CALL_STATUS_VALUES!r}")
