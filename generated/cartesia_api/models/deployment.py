# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ..model import Model
from .deployment_status import DeploymentStatus


class Deployment(Model):
    """A version of an agent's code, built and deployed."""

    _nullable = frozenset(["build_error", "deployment_error"])
    id: str
    """Id of the deployment."""
    agent_id: str
    """Id of the agent."""
    status: DeploymentStatus | str
    """How far it is."""
    is_pinned: bool
    """Whether it is the active deployment of its agent."""
    is_live: bool
    """Whether it answers calls."""
    env_var_collection_id: str
    """Id of its set of environment variables."""
    source_code_file_id: str
    """Id of the file with its code."""
    git_commit_hash: str
    """Commit it was built from."""
    created_at: datetime.datetime
    """When it was made, in UTC."""
    updated_at: datetime.datetime
    """When it was changed last, in UTC."""
    build_started_at: datetime.datetime
    """When building began."""
    build_completed_at: datetime.datetime
    """When building ended."""
    build_logs: str
    """What building printed."""
    deployment_started_at: datetime.datetime
    """When deploying began."""
    deployment_completed_at: datetime.datetime
    """When deploying ended."""
    build_error: str | None = None
    """Why building failed."""
    deployment_error: str | None = None
    """Why deploying failed."""
