"""The status of the API, and access tokens."""

from __future__ import annotations

from typing import Any

from ..description.versions import VERSIONS
from .call import Call, handles

TOKEN_LIFETIME = 300
"""Seconds, unless the request says otherwise."""


@handles("get_status")
def get_status(call: Call) -> Any:
    return {"ok": True, "version": VERSIONS[-1]}


@handles("access_token.create")
def create_token(call: Call) -> Any:
    seconds = call.body.get("expires_in")
    grants = call.body.get("grants") or {}
    return {"token": call.state.authenticator.create_token(grants, int(TOKEN_LIFETIME if seconds is None else seconds))}
