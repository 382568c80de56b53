# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ErrorCode."""

from cartesia_api.models.error_code import ErrorCode as ErrorCode

__all__ = ["ErrorCode"]
