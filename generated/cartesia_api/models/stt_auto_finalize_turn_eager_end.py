# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class STTAutoFinalizeTurnEagerEnd(Model):
    """The turn may have ended."""

    _json_names = {"type_": "type"}
    transcript: str
    """All text of the turn so far."""
    request_id: str
    """Id of the connection."""
    type_: Literal["turn.eager_end"] = "turn.eager_end"
    """Kind of the message. Default: 'turn.eager_end'."""
    turn_id: str | None = None
    """Number of the turn on this connection, from 1."""
