# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Deployment."""

from cartesia_api.models.deployment import Deployment as Deployment

__all__ = ["Deployment"]
