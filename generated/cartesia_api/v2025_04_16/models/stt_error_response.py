# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model


class STTErrorResponse(Model):
    """The session has failed."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["request_id"])
    _deprecated = frozenset(["error"])
    message: str
    type_: Literal["error"] = "error"
    request_id: str | None = None
    error: str | None = None
    """The same as the message. Deprecated."""
    code: int | None = None
    """The status that a request over HTTP would have been answered with."""
