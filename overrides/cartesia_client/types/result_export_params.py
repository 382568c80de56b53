# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ResultExportParams."""

from cartesia_api.method_types import ResultExportParams as ResultExportParams

__all__ = ["ResultExportParams"]
