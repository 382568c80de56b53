# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model


class TTSSocketFlushDone(Model):
    """All that belongs to a flush has been sent."""

    _json_names = {"type_": "type"}
    status_code: int
    done: bool
    flush_id: int
    flush_done: bool
    type_: Literal["flush_done"] = "flush_done"
    context_id: str | None = None
