# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model
from ...models.error_code import ErrorCode


class VoiceChangerSSEError(Model):
    """The change has failed; there will be no more events."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["error_code", "doc_url"])
    status_code: int
    error: str
    """What happened: title and message, joined by a colon."""
    type_: Literal["error"] = "error"
    done: bool = True
    title: str | None = None
    message: str | None = None
    request_id: str | None = None
    error_code: ErrorCode | str | None = None
    doc_url: str | None = None
