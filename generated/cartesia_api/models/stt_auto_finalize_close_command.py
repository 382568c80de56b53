# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class STTAutoFinalizeCloseCommand(Model):
    """Ends the session; what has been heard is still answered."""

    _json_names = {"type_": "type"}
    type_: Literal["close"] = "close"
    """Kind of the command. Default: 'close'."""
