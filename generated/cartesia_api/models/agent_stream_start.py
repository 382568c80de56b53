# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .agent_stream_agent import AgentStreamAgent
from .agent_stream_config import AgentStreamConfig
from .agent_stream_start_metadata import AgentStreamStartMetadata


class AgentStreamStart(Model):
    """Begins the call; the first message, otherwise the service closes the socket."""

    config: AgentStreamConfig
    """Format of the audio, and the voice."""
    event: Literal["start"] = "start"
    """Kind of the message. Default: 'start'."""
    stream_id: str | None = None
    """Id for the stream; made up by the service when it is absent."""
    agent: AgentStreamAgent | None = None
    """What to change of the agent for one call."""
    metadata: AgentStreamStartMetadata | None = None
    """About the call, such as `to` and `from`."""
