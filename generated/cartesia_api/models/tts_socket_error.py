# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .error_code import ErrorCode


class TTSSocketError(Model):
    """A context has failed, or, without an id, something about the socket. The socket stays open."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["context_id", "error_code"])
    _deprecated = frozenset(["error"])
    done: bool
    """Whether the context has ended; always true, so far."""
    type_: Literal["error"] = "error"
    """Kind of the message. Default: 'error'."""
    context_id: str | None = None
    """Id of the context."""
    status_code: int | None = None
    """Like a status of HTTP."""
    title: str | None = None
    """A few words for people."""
    message: str | None = None
    """What happened."""
    error_code: ErrorCode | str | None = None
    """Machine-readable code, null when none fits."""
    doc_url: str | None = None
    """Address of a page about this error."""
    request_id: str | None = None
    """Id of the request, or of connection, context and message, joined by colons."""
    error: str | None = None
    """Title and message in one, in place of all these fields, before 2026-03-01. Deprecated."""
