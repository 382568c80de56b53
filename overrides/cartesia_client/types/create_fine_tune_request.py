# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""CreateFineTuneRequest."""

from cartesia_api.models.create_fine_tune_request import (
    CreateFineTuneRequest as CreateFineTuneRequest,
)

__all__ = ["CreateFineTuneRequest"]
