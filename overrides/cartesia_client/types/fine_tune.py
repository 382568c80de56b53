# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""FineTune."""

from cartesia_api.models.fine_tune import FineTune as FineTune

__all__ = ["FineTune"]
