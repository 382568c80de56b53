# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class Speak(Model):
    """Say something."""

    sound: str
    """Its sound."""
    event: Literal["speak"] = "speak"
    """Kind. Default: 'speak'."""
