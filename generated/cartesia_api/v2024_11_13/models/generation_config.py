# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model


class GenerationConfig(Model):
    """How the transcript is spoken. For sonic-3 and newer; older models ignore it."""

    volume: float | None = None
    speed: float | None = None
    emotion: str | None = None
