# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class TTSSocketFlushDone(Model):
    """All that belongs to a flush has been sent."""

    _json_names = {"type_": "type"}
    context_id: str
    """Id of the context that it belongs to."""
    status_code: int
    """Like a status of HTTP."""
    done: bool
    """Whether the context has ended."""
    flush_id: int
    """Number of the flush, from 1."""
    flush_done: bool
    """Says that the flush is complete."""
    type_: Literal["flush_done"] = "flush_done"
    """Kind of the message. Default: 'flush_done'."""
