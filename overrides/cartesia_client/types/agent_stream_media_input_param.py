# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamMediaInputParam."""

from cartesia_api.params import AgentStreamMediaInputParam as AgentStreamMediaInputParam

__all__ = ["AgentStreamMediaInputParam"]
