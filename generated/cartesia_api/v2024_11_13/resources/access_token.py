# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.access_token`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...arguments import check
from ...bodies import json_body
from ...options import CallOptions
from ...resource import AsyncResource, Resource
from ...types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.token_response import TokenResponse
    from ..models.token_grant import TokenGrant
    from ..params import TokenGrantParam


class AccessTokenResource(Resource):
    """Methods of `client.access_token`."""

    def create(
        self,
        *,
        grants: None | TokenGrant | TokenGrantParam | Unset = UNSET,
        expires_in: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> TokenResponse:
        """Make a short-lived access token."""
        check(
            "POST /access-token",
            ("grants", grants, "dict | None"),
            ("expires_in", expires_in, "int | None"),
        )
        from ..api.access_token import access_token_create as op

        return self._session.call(
            op._get_kwargs(body=json_body({"grants": grants, "expires_in": expires_in})),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total),
        )


class AsyncAccessTokenResource(AsyncResource):
    """Methods of `client.access_token`."""

    async def create(
        self,
        *,
        grants: None | TokenGrant | TokenGrantParam | Unset = UNSET,
        expires_in: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> TokenResponse:
        """Make a short-lived access token."""
        check(
            "POST /access-token",
            ("grants", grants, "dict | None"),
            ("expires_in", expires_in, "int | None"),
        )
        from ..api.access_token import access_token_create as op

        return await self._session.call(
            op._get_kwargs(body=json_body({"grants": grants, "expires_in": expires_in})),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total),
        )
