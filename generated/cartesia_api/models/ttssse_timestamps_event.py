# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .word_timestamps import WordTimestamps


class TTSSSETimestampsEvent(Model):
    """Times of words."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["context_id"])
    status_code: int
    """Like a status of HTTP; 206 as long as there is more."""
    word_timestamps: WordTimestamps
    """Words and their times, as three lists of the same length."""
    type_: Literal["timestamps"] = "timestamps"
    """Kind of the event. Default: 'timestamps'."""
    done: bool = False
    """Whether this is the last event. Default: False."""
    context_id: str | None = None
    """The `context_id` of the request, if it had one."""
