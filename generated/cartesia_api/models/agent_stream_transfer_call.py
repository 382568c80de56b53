# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model


class AgentStreamTransferCall(Model):
    """The call is to be transferred."""

    event: Literal["transfer_call"] = "transfer_call"
    """Kind of the message. Default: 'transfer_call'."""
    stream_id: str | None = None
    """Id of the stream."""
