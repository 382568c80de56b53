# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamTransferCall."""

from cartesia_api.events import AgentStreamTransferCall as AgentStreamTransferCall

__all__ = ["AgentStreamTransferCall"]
