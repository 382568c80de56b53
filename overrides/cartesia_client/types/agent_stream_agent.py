# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamAgent."""

from cartesia_api.models.agent_stream_agent import AgentStreamAgent as AgentStreamAgent

__all__ = ["AgentStreamAgent"]
