# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamConfig."""

from cartesia_api.events import AgentStreamConfig as AgentStreamConfig

__all__ = ["AgentStreamConfig"]
