# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ListMetricResultsResponse."""

from cartesia_api.models.list_metric_results_response import (
    ListMetricResultsResponse as ListMetricResultsResponse,
)

__all__ = ["ListMetricResultsResponse"]
