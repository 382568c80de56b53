# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class TTSSSEDoneEvent(Model):
    """The end of the speech."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["context_id"])
    status_code: int
    """Like a status of HTTP."""
    type_: Literal["done"] = "done"
    """Kind of the event. Default: 'done'."""
    done: bool = True
    """This is the last event. Default: True."""
    context_id: str | None = None
    """The `context_id` of the request, if it had one."""
