# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentTemplate."""

from cartesia_api.models.agent_template import AgentTemplate as AgentTemplate

__all__ = ["AgentTemplate"]
