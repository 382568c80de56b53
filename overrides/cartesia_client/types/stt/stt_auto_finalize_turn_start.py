# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeTurnStart."""

from cartesia_api.events import STTAutoFinalizeTurnStart as STTAutoFinalizeTurnStart

__all__ = ["STTAutoFinalizeTurnStart"]
