# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TokenResponse."""

from cartesia_api.models.token_response import TokenResponse as TokenResponse

__all__ = ["TokenResponse"]
