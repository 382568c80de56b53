# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""SoundRequest."""

from cartesia_api.models.sound_request import SoundRequest as SoundRequest

__all__ = ["SoundRequest"]
