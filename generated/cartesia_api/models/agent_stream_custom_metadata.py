# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class AgentStreamCustomMetadata(Model):
    """Any content."""
