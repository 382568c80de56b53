# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .error_code import ErrorCode


class STTErrorResponse(Model):
    """The session has failed."""

    _json_names = {"type_": "type"}
    message: str
    """What happened."""
    status_code: int
    """Like a status of HTTP."""
    title: str
    """A few words for people."""
    type_: Literal["error"] = "error"
    """Kind of the message. Default: 'error'."""
    error_code: ErrorCode | str | None = None
    """Machine-readable code."""
    doc_url: str | None = None
    """Address of a page about this error."""
    request_id: str | None = None
    """Id of the connection."""
