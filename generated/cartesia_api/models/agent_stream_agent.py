# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class AgentStreamAgent(Model):
    """What to change of the agent for one call."""

    introduction: str | None = None
    """What it says first."""
    system_prompt: str | None = None
    """System prompt."""
