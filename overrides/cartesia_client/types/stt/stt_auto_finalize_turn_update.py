# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeTurnUpdate."""

from cartesia_api.events import STTAutoFinalizeTurnUpdate as STTAutoFinalizeTurnUpdate

__all__ = ["STTAutoFinalizeTurnUpdate"]
