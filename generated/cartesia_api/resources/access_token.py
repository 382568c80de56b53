# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.access_token`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..arguments import check
from ..bodies import json_body
from ..options import CallOptions
from ..raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ..resource import AsyncResource, Resource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ..models.token_grant import TokenGrant
    from ..models.token_response import TokenResponse
    from ..params import TokenGrantParam
    from ..raw_types import (
        AsyncRawMethod,
        AsyncStreamingMethod,
        RawMethod,
        StreamingMethod,
    )


class AccessTokenResource(Resource):
    """Methods of `client.access_token`."""

    @cached_property
    def with_raw_response(self) -> AccessTokenResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AccessTokenResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AccessTokenResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AccessTokenResourceWithStreamingResponse = streaming_methods(self)
        return methods

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
        extra_body: Mapping[str, Any] | None = None,
    ) -> TokenResponse:
        """Make a short-lived access token.

        Gives a token that a browser or an app can use instead of the API key, for the operations
        that its grants name. It can be used any number of times until it expires. Needs an API
        key; a token cannot make tokens.

        Args:
            grants: What the token may be used for.
            expires_in: Life of the token in seconds, 3600 at most (1 to 3600).
            timeout: Timeout in seconds of this call, or an httpx.Timeout; overrides that of the
                client.
            total: Seconds that the whole call may take, with retries and waits; overrides that of
                the client.
            max_retries: Retries of this call after the first attempt; overrides that of the
                client.
            extra_headers: Headers to add to the request.
            extra_query: Query parameters to add to the request.
            extra_body: Fields to add to the body of the request; they win over those of the
                arguments.

        Raises:
            InvalidRequestError: An argument is invalid, or the client is closed. Nothing has been
                sent.
            APIStatusError: The service returned an error status; see the subclass (NotFoundError,
                RateLimitError, ...).
            APIConnectionError: The connection failed, or no response arrived in time
                (APITimeoutError).
            APIResponseValidationError: The response does not match the API's contract.
        """
        check(
            "POST /access-token",
            ("grants", grants, "dict | None"),
            ("expires_in", expires_in, "int | None"),
        )
        from ..api.access_token import access_token_create as op

        return self._session.call(
            op._get_kwargs(
                body=json_body(
                    {"grants": grants, "expires_in": expires_in},
                    keys={"grants": {"tts": False, "stt": False, "agent": False}},
                )
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncAccessTokenResource(AsyncResource):
    """Methods of `client.access_token`."""

    @cached_property
    def with_raw_response(self) -> AsyncAccessTokenResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncAccessTokenResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncAccessTokenResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncAccessTokenResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

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
        extra_body: Mapping[str, Any] | None = None,
    ) -> TokenResponse:
        """Make a short-lived access token.

        Gives a token that a browser or an app can use instead of the API key, for the operations
        that its grants name. It can be used any number of times until it expires. Needs an API
        key; a token cannot make tokens.

        Args:
            grants: What the token may be used for.
            expires_in: Life of the token in seconds, 3600 at most (1 to 3600).
            timeout: Timeout in seconds of this call, or an httpx.Timeout; overrides that of the
                client.
            total: Seconds that the whole call may take, with retries and waits; overrides that of
                the client.
            max_retries: Retries of this call after the first attempt; overrides that of the
                client.
            extra_headers: Headers to add to the request.
            extra_query: Query parameters to add to the request.
            extra_body: Fields to add to the body of the request; they win over those of the
                arguments.

        Raises:
            InvalidRequestError: An argument is invalid, or the client is closed. Nothing has been
                sent.
            APIStatusError: The service returned an error status; see the subclass (NotFoundError,
                RateLimitError, ...).
            APIConnectionError: The connection failed, or no response arrived in time
                (APITimeoutError).
            APIResponseValidationError: The response does not match the API's contract.
        """
        check(
            "POST /access-token",
            ("grants", grants, "dict | None"),
            ("expires_in", expires_in, "int | None"),
        )
        from ..api.access_token import access_token_create as op

        return await self._session.call(
            op._get_kwargs(
                body=json_body(
                    {"grants": grants, "expires_in": expires_in},
                    keys={"grants": {"tts": False, "stt": False, "agent": False}},
                )
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class AccessTokenResourceWithRawResponse:
        """Methods of `client.access_token.with_raw_response`."""

        create = RawMethod(AccessTokenResource.create)

    class AccessTokenResourceWithStreamingResponse:
        """Methods of `client.access_token.with_streaming_response`."""

        create = StreamingMethod(AccessTokenResource.create)

    class AsyncAccessTokenResourceWithRawResponse:
        """Methods of `client.access_token.with_raw_response`."""

        create = AsyncRawMethod(AsyncAccessTokenResource.create)

    class AsyncAccessTokenResourceWithStreamingResponse:
        """Methods of `client.access_token.with_streaming_response`."""

        create = AsyncStreamingMethod(AsyncAccessTokenResource.create)
