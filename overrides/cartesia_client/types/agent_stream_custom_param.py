# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamCustomParam."""

from cartesia_api.params import AgentStreamCustomParam as AgentStreamCustomParam

__all__ = ["AgentStreamCustomParam"]
