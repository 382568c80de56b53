# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""FineTuneBaseModel."""

from cartesia_api.models.fine_tune_base_model import FineTuneBaseModel as FineTuneBaseModel

__all__ = ["FineTuneBaseModel"]
