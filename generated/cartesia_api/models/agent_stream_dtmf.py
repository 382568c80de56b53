# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class AgentStreamDTMF(Model):
    """A key that was pressed."""

    stream_id: str
    """Id of the stream."""
    dtmf: str
    """The key: a digit, * or #."""
    event: Literal["dtmf"] = "dtmf"
    """Kind of the message. Default: 'dtmf'."""
