# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GetAgentsResponse."""

from cartesia_api.models.get_agents_response import GetAgentsResponse as GetAgentsResponse

__all__ = ["GetAgentsResponse"]
