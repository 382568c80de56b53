# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeTurnResume."""

from cartesia_api.events import STTAutoFinalizeTurnResume as STTAutoFinalizeTurnResume

__all__ = ["STTAutoFinalizeTurnResume"]
