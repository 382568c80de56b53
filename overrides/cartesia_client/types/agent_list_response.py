# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentListResponse."""

from cartesia_api.models.get_agents_response import GetAgentsResponse as AgentListResponse

__all__ = ["AgentListResponse"]
