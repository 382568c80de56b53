# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .style import Style


class MadeEvent(Model):
    """Something was made."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["style"])
    sound: str
    """Its sound."""
    type_: Literal["made"] = "made"
    """Kind. Default: 'made'."""
    done: bool = False
    """More to come. Default: False."""
    style: Style | None = None
    """Manner."""
