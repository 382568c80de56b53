# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""MetricListParams."""

from cartesia_api.method_types import MetricListParams as MetricListParams

__all__ = ["MetricListParams"]
