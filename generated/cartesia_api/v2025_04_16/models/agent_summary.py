# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ...model import Model
from ...models.git_repository import GitRepository
from ...models.phone_number_summary import PhoneNumberSummary


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
            "background_sound_file_id",
            "background_sound_volume",
        ]
    )
    id: str
    name: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    tts_voice: str
    tts_language: str
    has_text_to_agent_run: bool
    deployment_count: int
    description: str | None = None
    webhook_id: str | None = None
    deleted_at: datetime.datetime | None = None
    git_repository: GitRepository | None = None
    git_deploy_branch: str | None = None
    phone_numbers: list[PhoneNumberSummary] | None = None
    background_sound_file_id: str | None = None
    """Id of a file that plays in the background of calls."""
    background_sound_volume: float | None = None
    """Loudness of the background."""
