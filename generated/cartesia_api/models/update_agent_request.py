# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class UpdateAgentRequest(Model):
    """What to change of an agent."""

    _nullable = frozenset(["name", "description", "tts_voice", "tts_language"])
    name: str | None = None
    """New name."""
    description: str | None = None
    """New description."""
    tts_voice: str | None = None
    """Id of the voice to speak with."""
    tts_language: str | None = None
    """Language to speak."""
