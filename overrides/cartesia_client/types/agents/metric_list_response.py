# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""MetricListResponse."""

from cartesia_api.models.list_metrics_response import ListMetricsResponse as MetricListResponse

__all__ = ["MetricListResponse"]
