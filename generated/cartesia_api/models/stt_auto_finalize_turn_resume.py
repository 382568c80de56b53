# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class STTAutoFinalizeTurnResume(Model):
    """The turn had not ended after all."""

    _json_names = {"type_": "type"}
    request_id: str
    """Id of the connection."""
    type_: Literal["turn.resume"] = "turn.resume"
    """Kind of the message. Default: 'turn.resume'."""
    turn_id: str | None = None
    """Number of the turn on this connection, from 1."""
