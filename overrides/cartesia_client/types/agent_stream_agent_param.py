# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamAgentParam."""

from cartesia_api.params import AgentStreamAgentParam as AgentStreamAgentParam

__all__ = ["AgentStreamAgentParam"]
