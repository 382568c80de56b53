# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""The resources of the API, as attributes of the clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..hints import Hinted
from ..options import CallOptions
from ..raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from cartesia_client.session import AsyncSession, Session

    from ..models.status import Status
    from ..raw_types import (
        AsyncRawBinaryMethod,
        AsyncRawMethod,
        AsyncStreamingBinaryMethod,
        AsyncStreamingMethod,
        RawBinaryMethod,
        RawMethod,
        StreamingBinaryMethod,
        StreamingMethod,
    )
    from . import things as _things
    from .things import AsyncThingsResource, ThingsResource


class Resources(Hinted):
    """Resources and methods of the client itself."""

    _session: Session

    @cached_property
    def things(self) -> ThingsResource:
        """Things of all kinds."""
        from .things import ThingsResource

        return ThingsResource(self._session)

    @cached_property
    def with_raw_response(self) -> ResourcesWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: ResourcesWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> ResourcesWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: ResourcesWithStreamingResponse = streaming_methods(self)
        return methods

    def get_status(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Status:
        """Ask for the state.

        Whether it is up.

        Args:
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
        from ..api.root import get_status as op

        return self._session.call(
            op._get_kwargs(),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncResources(Hinted):
    """Resources and methods of the client itself."""

    _session: AsyncSession

    @cached_property
    def things(self) -> AsyncThingsResource:
        """Things of all kinds."""
        from .things import AsyncThingsResource

        return AsyncThingsResource(self._session)

    @cached_property
    def with_raw_response(self) -> AsyncResourcesWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncResourcesWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncResourcesWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncResourcesWithStreamingResponse = async_streaming_methods(self)
        return methods

    async def get_status(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Status:
        """Ask for the state.

        Whether it is up.

        Args:
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
        from ..api.root import get_status as op

        return await self._session.call(
            op._get_kwargs(),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class ResourcesWithRawResponse:
        """Methods of `client.with_raw_response`."""

        things: _things.ThingsResourceWithRawResponse
        get_status = RawMethod(Resources.get_status)

    class ResourcesWithStreamingResponse:
        """Methods of `client.with_streaming_response`."""

        things: _things.ThingsResourceWithStreamingResponse
        get_status = StreamingMethod(Resources.get_status)

    class AsyncResourcesWithRawResponse:
        """Methods of `client.with_raw_response`."""

        things: _things.AsyncThingsResourceWithRawResponse
        get_status = AsyncRawMethod(AsyncResources.get_status)

    class AsyncResourcesWithStreamingResponse:
        """Methods of `client.with_streaming_response`."""

        things: _things.AsyncThingsResourceWithStreamingResponse
        get_status = AsyncStreamingMethod(AsyncResources.get_status)
