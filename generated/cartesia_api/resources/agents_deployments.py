# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.agents.deployments`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..options import CallOptions
from ..resource import AsyncResource, Resource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping

    import httpx

    from ..models.deployment import Deployment


class AgentsDeploymentsResource(Resource):
    """Methods of `client.agents.deployments`."""

    def list(
        self,
        agent_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> builtins.list[Deployment]:
        """List the deployments of an agent.

        All deployments of one agent, as a bare list.

        Args:
            agent_id: Id of the agent.
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
        from ..api.agents_deployments import agents_deployments_list as op

        return self._session.call(
            op._get_kwargs(agent_id=agent_id),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query),
        )

    def retrieve(
        self,
        deployment_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Deployment:
        """Look up a deployment.

        One deployment, with its logs.

        Args:
            deployment_id: Id of the deployment.
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
        from ..api.agents_deployments import agents_deployments_retrieve as op

        return self._session.call(
            op._get_kwargs(deployment_id=deployment_id),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query),
        )


class AsyncAgentsDeploymentsResource(AsyncResource):
    """Methods of `client.agents.deployments`."""

    async def list(
        self,
        agent_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> builtins.list[Deployment]:
        """List the deployments of an agent.

        All deployments of one agent, as a bare list.

        Args:
            agent_id: Id of the agent.
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
        from ..api.agents_deployments import agents_deployments_list as op

        return await self._session.call(
            op._get_kwargs(agent_id=agent_id),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query),
        )

    async def retrieve(
        self,
        deployment_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Deployment:
        """Look up a deployment.

        One deployment, with its logs.

        Args:
            deployment_id: Id of the deployment.
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
        from ..api.agents_deployments import agents_deployments_retrieve as op

        return await self._session.call(
            op._get_kwargs(deployment_id=deployment_id),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query),
        )
