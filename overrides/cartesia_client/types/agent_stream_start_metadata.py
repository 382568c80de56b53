# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamStartMetadata."""

from cartesia_api.models.agent_stream_start_metadata import (
    AgentStreamStartMetadata as AgentStreamStartMetadata,
)

__all__ = ["AgentStreamStartMetadata"]
