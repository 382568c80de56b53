# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class STTManualFinalizeDone(Model):
    """The session has been ended; the socket is closed next."""

    _json_names = {"type_": "type"}
    request_id: str
    """Id of the connection."""
    type_: Literal["done"] = "done"
    """Kind of the message. Default: 'done'."""
