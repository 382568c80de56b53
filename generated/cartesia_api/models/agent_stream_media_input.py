# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .agent_stream_media import AgentStreamMedia


class AgentStreamMediaInput(Model):
    """Audio from the caller."""

    stream_id: str
    """Id of the stream."""
    media: AgentStreamMedia
    """Audio."""
    event: Literal["media_input"] = "media_input"
    """Kind of the message. Default: 'media_input'."""
