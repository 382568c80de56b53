# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ErrorResponse."""

from cartesia_api.models.error_response import ErrorResponse as ErrorResponse

__all__ = ["ErrorResponse"]
