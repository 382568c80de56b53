# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GitRepository."""

from cartesia_api.models.git_repository import GitRepository as GitRepository

__all__ = ["GitRepository"]
