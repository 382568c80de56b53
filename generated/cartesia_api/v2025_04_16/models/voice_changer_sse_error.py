# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model


class VoiceChangerSSEError(Model):
    """The change has failed; there will be no more events."""

    _json_names = {"type_": "type"}
    status_code: int
    error: str
    """What happened: title and message, joined by a colon."""
    type_: Literal["error"] = "error"
    done: bool = True
