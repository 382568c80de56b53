# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AccessTokenCreateResponse."""

from cartesia_api.models.token_response import TokenResponse as AccessTokenCreateResponse

__all__ = ["AccessTokenCreateResponse"]
