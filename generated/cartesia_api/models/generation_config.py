# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .emotion import Emotion


class GenerationConfig(Model):
    """How the transcript is spoken. For sonic-3 and newer; older models ignore it."""

    volume: float | None = None
    """Loudness as a multiple of the normal one."""
    speed: float | None = None
    """Speed as a multiple of the normal one."""
    emotion: Emotion | str | None = None
    """An emotion to aim for. Best supported are neutral, calm, angry, content, sad and scared."""
