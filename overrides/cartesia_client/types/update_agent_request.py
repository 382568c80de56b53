# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""UpdateAgentRequest."""

from cartesia_api.models.update_agent_request import UpdateAgentRequest as UpdateAgentRequest

__all__ = ["UpdateAgentRequest"]
