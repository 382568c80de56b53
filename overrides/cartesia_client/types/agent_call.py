# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentCall."""

from cartesia_api.models.agent_call import AgentCall as AgentCall

__all__ = ["AgentCall"]
