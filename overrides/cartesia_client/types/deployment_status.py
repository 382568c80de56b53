# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""DeploymentStatus."""

from cartesia_api.models.deployment_status import DeploymentStatus as DeploymentStatus

__all__ = ["DeploymentStatus"]
