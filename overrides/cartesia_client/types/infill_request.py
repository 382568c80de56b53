# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""InfillRequest."""

from cartesia_api.models.infill_request import InfillRequest as InfillRequest

__all__ = ["InfillRequest"]
