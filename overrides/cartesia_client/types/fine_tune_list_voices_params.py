# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""FineTuneListVoicesParams."""

from cartesia_api.method_types import FineTuneListVoicesParams as FineTuneListVoicesParams

__all__ = ["FineTuneListVoicesParams"]
