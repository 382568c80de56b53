# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class AgentStreamMedia(Model):
    """Audio."""

    payload: str
    """Audio as base64."""
