# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ResultExportResponse."""

from cartesia_api.method_types import ResultExportResponse as ResultExportResponse

__all__ = ["ResultExportResponse"]
