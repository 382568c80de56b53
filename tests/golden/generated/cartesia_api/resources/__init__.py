# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""The resources of the API, as attributes of the clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..bodies import form_body, json_body
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
        from .things import ThingsResource

        return ThingsResource(self._session)

    def get_status(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Status:
        """Ask for the state.

        Whether it is up.

        Args:
            timeout: Seconds to wait for this call, instead of what the client was made with.
            max_retries: Attempts after the first one for this call, instead of what the client
                was made with.
            extra_headers: Headers to add to this call.
            extra_query: Query parameters to add to this call.

        Raises:
            APIStatusError: The service refused; the subclass tells why (NotFoundError,
                RateLimitError and so on).
            APIConnectionError: No connection, or no answer in time (APITimeoutError).
            APIResponseValidationError: The answer is not what the API promises.
        """
        from ..api.root import get_status as op

        return self._session.call(
            op._get_kwargs(),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query),
        )


class AsyncResources:
    """Resources and methods of the client itself."""

    _session: AsyncSession

    @cached_property
    def things(self) -> AsyncThingsResource:
        from .things import AsyncThingsResource

        return AsyncThingsResource(self._session)

    async def get_status(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Status:
        """Ask for the state.

        Whether it is up.

        Args:
            timeout: Seconds to wait for this call, instead of what the client was made with.
            max_retries: Attempts after the first one for this call, instead of what the client
                was made with.
            extra_headers: Headers to add to this call.
            extra_query: Query parameters to add to this call.

        Raises:
            APIStatusError: The service refused; the subclass tells why (NotFoundError,
                RateLimitError and so on).
            APIConnectionError: No connection, or no answer in time (APITimeoutError).
            APIResponseValidationError: The answer is not what the API promises.
        """
        from ..api.root import get_status as op

        return await self._session.call(
            op._get_kwargs(),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query),
        )
