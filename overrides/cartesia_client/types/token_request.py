# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TokenRequest."""

from cartesia_api.models.token_request import TokenRequest as TokenRequest

__all__ = ["TokenRequest"]
