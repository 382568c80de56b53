# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ListMetricsResponse."""

from cartesia_api.models.list_metrics_response import ListMetricsResponse as ListMetricsResponse

__all__ = ["ListMetricsResponse"]
