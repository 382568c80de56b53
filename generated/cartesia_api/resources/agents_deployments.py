# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.agents.deployments`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..arguments import check
from ..bodies import to_json
from ..options import CallOptions
from ..raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ..resource import AsyncResource, Resource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping

    import httpx

    from ..models.deployment import Deployment
    from ..raw_types import (
        AsyncRawMethod,
        AsyncStreamingMethod,
        RawMethod,
        StreamingMethod,
    )


class AgentsDeploymentsResource(Resource):
    """Methods of `client.agents.deployments`."""

    @cached_property
    def with_raw_response(self) -> AgentsDeploymentsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AgentsDeploymentsResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AgentsDeploymentsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AgentsDeploymentsResourceWithStreamingResponse = streaming_methods(self)
        return methods

    def list(
        self,
        agent_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> builtins.list[Deployment]:
        """List the deployments of an agent.

        All deployments of one agent, as a bare list.

        Args:
            agent_id: Id of the agent.
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
        check("GET /agents/{agent_id}/deployments", ("agent_id", agent_id, "id"))
        from ..api.agents_deployments import agents_deployments_list as op

        return self._session.call(
            op._get_kwargs(agent_id=to_json(agent_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def retrieve(
        self,
        deployment_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Deployment:
        """Look up a deployment.

        One deployment, with its logs.

        Args:
            deployment_id: Id of the deployment.
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
        check("GET /agents/deployments/{deployment_id}", ("deployment_id", deployment_id, "id"))
        from ..api.agents_deployments import agents_deployments_retrieve as op

        return self._session.call(
            op._get_kwargs(deployment_id=to_json(deployment_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncAgentsDeploymentsResource(AsyncResource):
    """Methods of `client.agents.deployments`."""

    @cached_property
    def with_raw_response(self) -> AsyncAgentsDeploymentsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncAgentsDeploymentsResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncAgentsDeploymentsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncAgentsDeploymentsResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

    async def list(
        self,
        agent_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> builtins.list[Deployment]:
        """List the deployments of an agent.

        All deployments of one agent, as a bare list.

        Args:
            agent_id: Id of the agent.
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
        check("GET /agents/{agent_id}/deployments", ("agent_id", agent_id, "id"))
        from ..api.agents_deployments import agents_deployments_list as op

        return await self._session.call(
            op._get_kwargs(agent_id=to_json(agent_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def retrieve(
        self,
        deployment_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Deployment:
        """Look up a deployment.

        One deployment, with its logs.

        Args:
            deployment_id: Id of the deployment.
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
        check("GET /agents/deployments/{deployment_id}", ("deployment_id", deployment_id, "id"))
        from ..api.agents_deployments import agents_deployments_retrieve as op

        return await self._session.call(
            op._get_kwargs(deployment_id=to_json(deployment_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class AgentsDeploymentsResourceWithRawResponse:
        """Methods of `client.agents.deployments.with_raw_response`."""

        list = RawMethod(AgentsDeploymentsResource.list)
        retrieve = RawMethod(AgentsDeploymentsResource.retrieve)

    class AgentsDeploymentsResourceWithStreamingResponse:
        """Methods of `client.agents.deployments.with_streaming_response`."""

        list = StreamingMethod(AgentsDeploymentsResource.list)
        retrieve = StreamingMethod(AgentsDeploymentsResource.retrieve)

    class AsyncAgentsDeploymentsResourceWithRawResponse:
        """Methods of `client.agents.deployments.with_raw_response`."""

        list = AsyncRawMethod(AsyncAgentsDeploymentsResource.list)
        retrieve = AsyncRawMethod(AsyncAgentsDeploymentsResource.retrieve)

    class AsyncAgentsDeploymentsResourceWithStreamingResponse:
        """Methods of `client.agents.deployments.with_streaming_response`."""

        list = AsyncStreamingMethod(AsyncAgentsDeploymentsResource.list)
        retrieve = AsyncStreamingMethod(AsyncAgentsDeploymentsResource.retrieve)
