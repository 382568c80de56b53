# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class GoneEvent(Model):
    """Something went."""

    _json_names = {"type_": "type", "from_": "from"}
    type_: Literal["gone"] = "gone"
    """Kind. Default: 'gone'."""
    done: bool = True
    """No more. Default: True."""
    from_: str | None = None
    """Where it was."""
