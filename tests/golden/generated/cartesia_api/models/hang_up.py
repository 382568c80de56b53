# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class HangUp(Model):
    """The call has ended."""

    event: Literal["hang_up"] = "hang_up"
    """Kind. Default: 'hang_up'."""
