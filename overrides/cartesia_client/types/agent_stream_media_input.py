# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamMediaInput."""

from cartesia_api.models.agent_stream_media_input import (
    AgentStreamMediaInput as AgentStreamMediaInput,
)

__all__ = ["AgentStreamMediaInput"]
