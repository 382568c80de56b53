# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""SoundMakeParams."""

from cartesia_api.method_types import SoundMakeParams as SoundMakeParams

__all__ = ["SoundMakeParams"]
