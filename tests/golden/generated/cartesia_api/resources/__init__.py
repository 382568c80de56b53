# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""The resources of the API, as attributes of the clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..arguments import check
from ..bodies import form_body, json_body, to_json
from ..files import FileInput
from ..options import CallOptions, SocketOptions
from ..resource import AsyncResource, NotInThisVersion, Resource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from cartesia_client.session import AsyncSession, Session

    from ..models.status import Status
    from .things import AsyncThingsResource, ThingsResource


class Resources:
    """Resources and methods of the client itself."""

    _session: Session

    @cached_property
    def things(self) -> ThingsResource:
        """Things of all kinds."""
        from .things import ThingsResource

        return ThingsResource(self._session)

    def get_status(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
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

        Raises:
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
            CallOptions(timeout, max_retries, extra_headers, extra_query, total),
        )


class AsyncResources:
    """Resources and methods of the client itself."""

    _session: AsyncSession

    @cached_property
    def things(self) -> AsyncThingsResource:
        """Things of all kinds."""
        from .things import AsyncThingsResource

        return AsyncThingsResource(self._session)

    async def get_status(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
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

        Raises:
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
            CallOptions(timeout, max_retries, extra_headers, extra_query, total),
        )
