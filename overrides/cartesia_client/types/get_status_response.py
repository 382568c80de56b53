# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GetStatusResponse."""

from cartesia_api.models.api_info import APIInfo as GetStatusResponse

__all__ = ["GetStatusResponse"]
