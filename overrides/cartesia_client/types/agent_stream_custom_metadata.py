# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamCustomMetadata."""

from cartesia_api.models.agent_stream_custom_metadata import (
    AgentStreamCustomMetadata as AgentStreamCustomMetadata,
)

__all__ = ["AgentStreamCustomMetadata"]
