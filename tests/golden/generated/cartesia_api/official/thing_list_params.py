# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ThingListParams."""

from cartesia_api.method_types import ThingListParams as ThingListParams

__all__ = ["ThingListParams"]
