# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentUpdateParams."""

from cartesia_api.method_types import AgentUpdateParams as AgentUpdateParams

__all__ = ["AgentUpdateParams"]
