# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""InfillModel."""

from cartesia_api.models.infill_model import InfillModel as InfillModel

__all__ = ["InfillModel"]
