# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class TelephonyParams(Model):
    """Numbers of a phone call. The phone company may add fields."""

    _json_names = {"from_": "from"}
    to: str
    """Number of the other side."""
    from_: str
    """Number of the agent."""
