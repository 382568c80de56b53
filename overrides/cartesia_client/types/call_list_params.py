# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""CallListParams."""

from cartesia_api.method_types import CallListParams as CallListParams

__all__ = ["CallListParams"]
