# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ResultListParams."""

from cartesia_api.method_types import ResultListParams as ResultListParams

__all__ = ["ResultListParams"]
