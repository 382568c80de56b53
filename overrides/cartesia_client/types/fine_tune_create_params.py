# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""FineTuneCreateParams."""

from cartesia_api.method_types import FineTuneCreateParams as FineTuneCreateParams

__all__ = ["FineTuneCreateParams"]
