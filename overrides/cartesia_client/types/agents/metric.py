# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Metric."""

from cartesia_api.models.metric import Metric as Metric

__all__ = ["Metric"]
