# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ThingDrawParams."""

from cartesia_api.method_types import ThingDrawParams as ThingDrawParams

__all__ = ["ThingDrawParams"]
