"""The health check, and access tokens."""

from __future__ import annotations

from typing import Any

from ..description.versions import VERSIONS
from .call import Call, handles

TOKEN_LIFETIME = 300


@handles("get_status")
def get_status(call: Call) -> Any:
    return {"ok": True, "version": VERSIONS[-1]}


@handles("access_token.create")
def create_token(call: Call) -> Any:
    life = call.body.get("expires_in")
    return {
        "token": call.state.authenticator.create_token(
            call.body.get("grants") or {}, int(TOKEN_LIFETIME if life is None else life)
        )
    }
