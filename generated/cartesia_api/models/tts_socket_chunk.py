# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class TTSSocketChunk(Model):
    """A piece of audio."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["flush_id"])
    context_id: str
    """Id of the context that it belongs to."""
    status_code: int
    """Like a status of HTTP."""
    done: bool
    """Whether the context has ended."""
    data: str
    """Audio, as base64."""
    step_time: float
    """Milliseconds that the service took for it."""
    type_: Literal["chunk"] = "chunk"
    """Kind of the message. Default: 'chunk'."""
    flush_id: int | None = None
    """Number of the flush that it belongs to, from 1."""
