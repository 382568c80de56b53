# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""CreateMetricRequest."""

from cartesia_api.models.create_metric_request import CreateMetricRequest as CreateMetricRequest

__all__ = ["CreateMetricRequest"]
