# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ThingExportResponse."""

from cartesia_api.method_types import ThingExportResponse as ThingExportResponse

__all__ = ["ThingExportResponse"]
