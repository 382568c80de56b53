# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ..model import Model
from .git_repository import GitRepository
from .phone_number_summary import PhoneNumberSummary


class AgentSummary(Model):
    """A voice agent."""

    _nullable = frozenset(
        [
            "description",
            "webhook_id",
            "deleted_at",
            "git_repository",
            "git_deploy_branch",
            "phone_numbers",
        ]
    )
    id: str
    """Id of the agent."""
    name: str
    """Name of the agent, unique within the account."""
    created_at: datetime.datetime
    """When it was made, in UTC."""
    updated_at: datetime.datetime
    """When it was changed last, in UTC."""
    tts_voice: str
    """Id of the voice it speaks with."""
    tts_language: str
    """Language it speaks."""
    has_text_to_agent_run: bool
    """Whether it was made from a description in words, a feature that is being retired."""
    deployment_count: int
    """How many deployments it has."""
    description: str | None = None
    """What the agent does."""
    webhook_id: str | None = None
    """Id of the webhook that hears of its calls."""
    deleted_at: datetime.datetime | None = None
    """When it was deleted, if it was."""
    git_repository: GitRepository | None = None
    """Where its code lives."""
    git_deploy_branch: str | None = None
    """Branch that is deployed."""
    phone_numbers: list[PhoneNumberSummary] | None = None
    """Its phone numbers; one at most, so far."""
