# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from .token_grant import TokenGrant


class TokenRequest(Model):
    """What the token may do, and for how long."""

    _nullable = frozenset(["grants", "expires_in"])
    grants: TokenGrant | None = None
    expires_in: int | None = None
