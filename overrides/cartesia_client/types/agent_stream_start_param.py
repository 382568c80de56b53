# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamStartParam."""

from cartesia_api.params import AgentStreamStartParam as AgentStreamStartParam

__all__ = ["AgentStreamStartParam"]
