# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamInputFormat."""

from cartesia_api.models.agent_stream_input_format import (
    AgentStreamInputFormat as AgentStreamInputFormat,
)

__all__ = ["AgentStreamInputFormat"]
