# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentListTemplatesResponse, Template."""

from cartesia_api.models.agent_template import AgentTemplate as Template
from cartesia_api.models.get_templates_response import (
    GetTemplatesResponse as AgentListTemplatesResponse,
)

__all__ = ["AgentListTemplatesResponse", "Template"]
