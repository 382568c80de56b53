# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""MetricResultJsonResultType0."""

from cartesia_api.models.metric_result_json_result_type_0 import (
    MetricResultJsonResultType0 as MetricResultJsonResultType0,
)

__all__ = ["MetricResultJsonResultType0"]
