# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamDTMFParam."""

from cartesia_api.params import AgentStreamDTMFParam as AgentStreamDTMFParam

__all__ = ["AgentStreamDTMFParam"]
