# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class STTAutoFinalizeConnected(Model):
    """The socket is ready."""

    _json_names = {"type_": "type"}
    request_id: str
    """Id of the connection."""
    type_: Literal["connected"] = "connected"
    """Kind of the message. Default: 'connected'."""
