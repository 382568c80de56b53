# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentCallStatus."""

from cartesia_api.models.agent_call_status import AgentCallStatus as AgentCallStatus

__all__ = ["AgentCallStatus"]
