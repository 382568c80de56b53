# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""SoundMakeParams, Style."""

from cartesia_api.method_types import SoundMakeParams as SoundMakeParams
from cartesia_api.method_types import SoundMakeParamsStyle as Style

__all__ = ["SoundMakeParams", "Style"]
