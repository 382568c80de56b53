# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .error_code import ErrorCode


class ErrorResponse(Model):
    """What went wrong, in the body of every response with a status of 400 or more."""

    error_code: ErrorCode | str | None
    """Machine-readable code, null when none fits. The set is open."""
    title: str
    """A few words for people."""
    message: str
    """What happened and, often, what to change."""
    request_id: str
    """Id of the request, to be quoted when asking for support."""
    doc_url: str | None = None
    """Address of a page about this error; absent when there is none."""
