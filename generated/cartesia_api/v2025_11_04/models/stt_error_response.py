# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model
from ...models.error_code import ErrorCode


class STTErrorResponse(Model):
    """The session has failed."""

    _json_names = {"type_": "type"}
    type_: Literal["error"] = "error"
    message: str | None = None
    status_code: int | None = None
    title: str | None = None
    error_code: ErrorCode | str | None = None
    doc_url: str | None = None
    request_id: str | None = None
