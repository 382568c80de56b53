# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class TokenResponse(Model):
    """A new access token."""

    token: str
    """The token, a JWT. Send it as a bearer credential, or on sockets as `access_token` in the query."""
