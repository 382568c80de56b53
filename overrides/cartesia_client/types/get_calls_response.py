# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GetCallsResponse."""

from cartesia_api.models.get_calls_response import GetCallsResponse as GetCallsResponse

__all__ = ["GetCallsResponse"]
