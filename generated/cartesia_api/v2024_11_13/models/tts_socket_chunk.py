# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model


class TTSSocketChunk(Model):
    """A piece of audio."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["flush_id"])
    status_code: int
    done: bool
    data: str
    step_time: float
    type_: Literal["chunk"] = "chunk"
    context_id: str | None = None
    flush_id: int | None = None
    """Number of the flush that it belongs to, from 0."""
