# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .agent_stream_custom_metadata import AgentStreamCustomMetadata


class AgentStreamCustom(Model):
    """Something that the two sides have agreed on."""

    stream_id: str
    """Id of the stream."""
    metadata: AgentStreamCustomMetadata
    """Any content."""
    event: Literal["custom"] = "custom"
    """Kind of the message. Default: 'custom'."""
