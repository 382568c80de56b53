# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamAck."""

from cartesia_api.events import AgentStreamAck as AgentStreamAck

__all__ = ["AgentStreamAck"]
