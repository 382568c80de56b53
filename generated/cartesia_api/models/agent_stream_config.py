# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .agent_stream_input_format import AgentStreamInputFormat


class AgentStreamConfig(Model):
    """Format of the audio, and the voice."""

    input_format: AgentStreamInputFormat | str
    """Encoding and sample rate of the audio, in both directions."""
    voice_id: str | None = None
    """Id of the voice that speaks."""
