# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .agent_stream_agent import AgentStreamAgent
from .agent_stream_config import AgentStreamConfig


class AgentStreamAck(Model):
    """The call has begun."""

    stream_id: str
    """Id of the stream."""
    config: AgentStreamConfig
    """Format of the audio, and the voice."""
    event: Literal["ack"] = "ack"
    """Kind of the message. Default: 'ack'."""
    agent: AgentStreamAgent | None = None
    """What to change of the agent for one call."""
