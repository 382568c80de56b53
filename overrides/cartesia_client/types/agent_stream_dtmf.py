# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamDTMF."""

from cartesia_api.events import AgentStreamDTMF as AgentStreamDTMF

__all__ = ["AgentStreamDTMF"]
