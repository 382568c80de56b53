# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTErrorResponse."""

from cartesia_api.events import STTErrorResponse as STTErrorResponse

__all__ = ["STTErrorResponse"]
