# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class VoiceChangerSSEDone(Model):
    """The end of the speech."""

    status_code: Literal[200] = 200
    """Like a status of HTTP. Default: 200."""
    done: bool = True
    """This is the last event. Default: True."""
