# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class STTManualFinalizeFlushDone(Model):
    """The utterance has been ended."""

    _json_names = {"type_": "type"}
    request_id: str
    """Id of the connection."""
    type_: Literal["flush_done"] = "flush_done"
    """Kind of the message. Default: 'flush_done'."""
