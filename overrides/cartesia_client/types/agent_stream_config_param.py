# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamConfigParam."""

from cartesia_api.params import AgentStreamConfigParam as AgentStreamConfigParam

__all__ = ["AgentStreamConfigParam"]
