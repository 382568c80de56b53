# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ResultListResponse."""

from cartesia_api.models.metric_result import MetricResult as ResultListResponse

__all__ = ["ResultListResponse"]
