# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""MetricResult."""

from cartesia_api.models.metric_result import MetricResult as MetricResult

__all__ = ["MetricResult"]
