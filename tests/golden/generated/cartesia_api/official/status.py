# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Status."""

from cartesia_api.models.status import Status as Status

__all__ = ["Status"]
