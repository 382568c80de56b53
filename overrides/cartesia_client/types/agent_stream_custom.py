# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamCustom."""

from cartesia_api.events import AgentStreamCustom as AgentStreamCustom

__all__ = ["AgentStreamCustom"]
