# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamConfig."""

from cartesia_api.models.agent_stream_config import AgentStreamConfig as AgentStreamConfig

__all__ = ["AgentStreamConfig"]
