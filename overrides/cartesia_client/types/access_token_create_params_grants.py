# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AccessTokenCreateParamsGrants."""

from cartesia_api.method_types import AccessTokenCreateParamsGrants as AccessTokenCreateParamsGrants

__all__ = ["AccessTokenCreateParamsGrants"]
