# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""DeploymentListResponse."""

from cartesia_api.method_types import DeploymentListResponse as DeploymentListResponse

__all__ = ["DeploymentListResponse"]
