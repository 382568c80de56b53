# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class TTSSSEChunkEvent(Model):
    """A piece of audio."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["context_id"])
    status_code: int
    """Like a status of HTTP; 206 as long as there is more."""
    step_time: float
    """Milliseconds that the service took for it."""
    data: str
    """Audio, as base64."""
    type_: Literal["chunk"] = "chunk"
    """Kind of the event. Default: 'chunk'."""
    done: bool = False
    """Whether this is the last event. Default: False."""
    context_id: str | None = None
    """The `context_id` of the request, if it had one."""
