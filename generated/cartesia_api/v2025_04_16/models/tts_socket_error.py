# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model


class TTSSocketError(Model):
    """A context has failed, or, without an id, something about the socket. The socket stays open."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["context_id"])
    done: bool
    status_code: int
    error: str
    """What happened: title and message, joined by a colon."""
    type_: Literal["error"] = "error"
    context_id: str | None = None
