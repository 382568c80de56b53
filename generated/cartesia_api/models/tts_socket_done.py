# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class TTSSocketDone(Model):
    """The context has ended; all its audio has been sent."""

    _json_names = {"type_": "type"}
    context_id: str
    """Id of the context."""
    status_code: int
    """Like a status of HTTP."""
    type_: Literal["done"] = "done"
    """Kind of the message. Default: 'done'."""
    done: bool = True
    """Says that the context has ended. Default: True."""
