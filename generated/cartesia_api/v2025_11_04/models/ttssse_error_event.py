# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model
from ...models.error_code import ErrorCode


class TTSSSEErrorEvent(Model):
    """The speech has failed; there will be no more events."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["error_code", "doc_url", "context_id"])
    done: bool
    status_code: int
    error: str
    """What happened: title and message, joined by a colon."""
    type_: Literal["error"] = "error"
    title: str | None = None
    message: str | None = None
    request_id: str | None = None
    error_code: ErrorCode | str | None = None
    doc_url: str | None = None
    context_id: str | None = None
