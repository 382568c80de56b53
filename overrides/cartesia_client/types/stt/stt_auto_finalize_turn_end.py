# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeTurnEnd."""

from cartesia_api.events import STTAutoFinalizeTurnEnd as STTAutoFinalizeTurnEnd

__all__ = ["STTAutoFinalizeTurnEnd"]
