# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class Ring(Model):
    """Begin a call."""

    _json_names = {"from_": "from"}
    times: int
    """How often to ring."""
    event: Literal["ring"] = "ring"
    """Kind. Default: 'ring'."""
    from_: str | None = None
    """Who is calling."""
