# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""FineTuneStatus."""

from cartesia_api.models.fine_tune_status import FineTuneStatus as FineTuneStatus

__all__ = ["FineTuneStatus"]
