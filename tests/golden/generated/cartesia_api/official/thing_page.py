# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ThingPage."""

from cartesia_api.models.thing_page import ThingPage as ThingPage

__all__ = ["ThingPage"]
