# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamMediaOutput."""

from cartesia_api.events import AgentStreamMediaOutput as AgentStreamMediaOutput

__all__ = ["AgentStreamMediaOutput"]
