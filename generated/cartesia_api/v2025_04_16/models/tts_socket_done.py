# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model


class TTSSocketDone(Model):
    """The context has ended; all its audio has been sent."""

    _json_names = {"type_": "type"}
    status_code: int
    type_: Literal["done"] = "done"
    done: bool = True
    context_id: str | None = None
