# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .emotion_deprecated import EmotionDeprecated
from .natural_specifier import NaturalSpecifier


class Controls(Model):
    """Speed and emotion of the speech. Newer models ignore them."""

    speed: float | NaturalSpecifier
    """Speed of the speech, as a number or in words."""
    emotion: list[EmotionDeprecated]
    """Emotions, each with its strength."""
