# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""LogMetric."""

from cartesia_api.models.log_metric import LogMetric as LogMetric

__all__ = ["LogMetric"]
