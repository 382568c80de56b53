# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AgentSummary, GitRepository, PhoneNumber."""

from cartesia_api.models.agent_summary import AgentSummary as AgentSummary
from cartesia_api.models.git_repository import GitRepository as GitRepository
from cartesia_api.models.phone_number_summary import PhoneNumberSummary as PhoneNumber

__all__ = ["AgentSummary", "GitRepository", "PhoneNumber"]
