# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamAgent."""

from cartesia_api.events import AgentStreamAgent as AgentStreamAgent

__all__ = ["AgentStreamAgent"]
