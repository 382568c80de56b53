# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class STTAutoFinalizeTurnStart(Model):
    """A speaker began to speak."""

    _json_names = {"type_": "type"}
    request_id: str
    """Id of the connection."""
    type_: Literal["turn.start"] = "turn.start"
    """Kind of the message. Default: 'turn.start'."""
    turn_id: str | None = None
    """Number of the turn on this connection, from 1."""
