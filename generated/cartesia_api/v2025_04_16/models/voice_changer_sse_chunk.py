# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model


class VoiceChangerSSEChunk(Model):
    """A piece of audio."""

    data: str
    step_time: float
    status_code: Literal[206] = 206
    done: bool = False
