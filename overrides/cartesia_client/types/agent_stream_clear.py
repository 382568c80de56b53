# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentStreamClear."""

from cartesia_api.events import AgentStreamClear as AgentStreamClear

__all__ = ["AgentStreamClear"]
