# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""SoundMakeParamsStyle."""

from cartesia_api.method_types import SoundMakeParamsStyle as SoundMakeParamsStyle

__all__ = ["SoundMakeParamsStyle"]
