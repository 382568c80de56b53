# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""FineTuneListParams."""

from cartesia_api.method_types import FineTuneListParams as FineTuneListParams

__all__ = ["FineTuneListParams"]
