# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamMediaParam."""

from cartesia_api.params import AgentStreamMediaParam as AgentStreamMediaParam

__all__ = ["AgentStreamMediaParam"]
