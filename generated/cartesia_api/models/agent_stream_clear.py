# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class AgentStreamClear(Model):
    """Discard the audio that has not been played yet."""

    stream_id: str
    """Id of the stream."""
    event: Literal["clear"] = "clear"
    """Kind of the message. Default: 'clear'."""
