# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TokenGrant."""

from cartesia_api.models.token_grant import TokenGrant as TokenGrant

__all__ = ["TokenGrant"]
