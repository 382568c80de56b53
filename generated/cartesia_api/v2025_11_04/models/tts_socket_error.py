# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model
from ...models.error_code import ErrorCode


class TTSSocketError(Model):
    """A context has failed, or, without an id, something about the socket. The socket stays open."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["context_id", "error_code"])
    done: bool
    status_code: int
    error: str
    """What happened: title and message, joined by a colon."""
    type_: Literal["error"] = "error"
    context_id: str | None = None
    title: str | None = None
    message: str | None = None
    error_code: ErrorCode | str | None = None
    doc_url: str | None = None
    request_id: str | None = None
