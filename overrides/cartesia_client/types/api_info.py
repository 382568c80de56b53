# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""APIInfo."""

from cartesia_api.models.api_info import APIInfo as APIInfo

__all__ = ["APIInfo"]
