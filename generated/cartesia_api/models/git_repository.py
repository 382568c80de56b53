# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class GitRepository(Model):
    """A repository of code."""

    provider: str
    """Host of the repository, such as github."""
    account: str
    """User or organization at the host."""
    name: str
    """Name of the repository."""
