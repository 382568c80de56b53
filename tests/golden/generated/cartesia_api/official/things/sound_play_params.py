# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""SoundPlayParams, Style."""

from cartesia_api.method_types import SoundMakeParams as SoundPlayParams
from cartesia_api.method_types import SoundMakeParamsStyle as Style

__all__ = ["SoundPlayParams", "Style"]
