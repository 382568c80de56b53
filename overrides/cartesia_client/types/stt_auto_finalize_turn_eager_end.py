# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeTurnEagerEnd."""

from cartesia_api.events import STTAutoFinalizeTurnEagerEnd as STTAutoFinalizeTurnEagerEnd

__all__ = ["STTAutoFinalizeTurnEagerEnd"]
