# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AccessTokenCreateParams, Grants."""

from cartesia_api.method_types import AccessTokenCreateParams as AccessTokenCreateParams
from cartesia_api.method_types import AccessTokenCreateParamsGrants as Grants

__all__ = ["AccessTokenCreateParams", "Grants"]
