# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .agent_template import AgentTemplate


class GetTemplatesResponse(Model):
    """All public templates."""

    templates: list[AgentTemplate]
    """The templates."""
