# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ..model import Model
from .agent_call_status import AgentCallStatus
from .agent_transcript import AgentTranscript
from .telephony_params import TelephonyParams


class AgentCall(Model):
    """A call with an agent."""

    _nullable = frozenset(
        [
            "start_time",
            "end_time",
            "transcript",
            "telephony_params",
            "summary",
            "error_message",
            "deployment_id",
        ]
    )
    id: str
    """Id of the call."""
    agent_id: str
    """Id of the agent."""
    status: AgentCallStatus | str
    """State of the call."""
    start_time: datetime.datetime | None = None
    """When it began, in UTC."""
    end_time: datetime.datetime | None = None
    """When it ended, in UTC."""
    transcript: list[AgentTranscript] | None = None
    """What was said, turn by turn; in lists only on request."""
    telephony_params: TelephonyParams | None = None
    """Numbers, if it was a phone call."""
    summary: str | None = None
    """Summary made by a language model."""
    error_message: str | None = None
    """What went wrong, if anything did."""
    deployment_id: str | None = None
    """Id of the deployment that answered."""
