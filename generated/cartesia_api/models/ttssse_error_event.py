# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .error_code import ErrorCode


class TTSSSEErrorEvent(Model):
    """The speech has failed; there will be no more events."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["error_code", "doc_url", "context_id"])
    done: bool
    """Whether this is the last event; always true, so far."""
    status_code: int
    """Like a status of HTTP."""
    title: str
    """A few words for people."""
    message: str
    """What happened."""
    request_id: str
    """Id of the request."""
    type_: Literal["error"] = "error"
    """Kind of the event. Default: 'error'."""
    error_code: ErrorCode | str | None = None
    """Machine-readable code, null when none fits."""
    doc_url: str | None = None
    """Address of a page about this error."""
    context_id: str | None = None
    """The `context_id` of the request, if it had one."""
