# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TimestampGranularity."""

from cartesia_api.models.timestamp_granularity import TimestampGranularity as TimestampGranularity

__all__ = ["TimestampGranularity"]
