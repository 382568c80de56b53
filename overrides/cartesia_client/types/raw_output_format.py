# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""RawOutputFormat."""

from cartesia_api.models.raw_output_format import RawOutputFormat as RawOutputFormat

__all__ = ["RawOutputFormat"]
