# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .agent_summary import AgentSummary


class GetAgentsResponse(Model):
    """All agents."""

    summaries: list[AgentSummary]
