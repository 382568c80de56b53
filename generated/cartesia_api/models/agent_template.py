# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

import datetime

from ..model import Model


class AgentTemplate(Model):
    """Code to start an agent from."""

    _nullable = frozenset(["description", "required_env_vars", "dependencies"])
    id: str
    """Id of the template."""
    name: str
    """Name of the template."""
    repo_url: str
    """Address of its git repository."""
    root_dir: str
    """Its folder in the repository; may be empty."""
    owner_id: str
    """Id of the user or organization that owns it."""
    created_at: datetime.datetime
    """When it was made, in UTC."""
    updated_at: datetime.datetime
    """When it was changed last, in UTC."""
    description: str | None = None
    """What it does."""
    required_env_vars: list[str] | None = None
    """Environment variables that it needs."""
    dependencies: list[str] | None = None
    """Packages that it needs."""
