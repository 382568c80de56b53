# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class VoiceChangerSSEChunk(Model):
    """A piece of audio."""

    data: str
    """Audio, as base64."""
    sample_rate: int
    """Samples per second, in Hz."""
    step_time: float
    """Milliseconds that the service took for it."""
    status_code: Literal[206] = 206
    """Like a status of HTTP. Default: 206."""
    done: bool = False
    """Whether this is the last event. Default: False."""
