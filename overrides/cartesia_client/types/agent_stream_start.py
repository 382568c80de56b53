# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamStart."""

from cartesia_api.models.agent_stream_start import AgentStreamStart as AgentStreamStart

__all__ = ["AgentStreamStart"]
