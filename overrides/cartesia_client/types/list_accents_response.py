# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""ListAccentsResponse."""

from cartesia_api.models.list_accents_response import ListAccentsResponse as ListAccentsResponse

__all__ = ["ListAccentsResponse"]
