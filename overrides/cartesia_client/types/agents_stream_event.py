# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentsStreamEvent."""

from cartesia_api.events import AgentsStreamEvent as AgentsStreamEvent

__all__ = ["AgentsStreamEvent"]
