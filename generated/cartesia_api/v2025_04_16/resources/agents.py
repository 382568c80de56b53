# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.agents`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...arguments import check, omitting
from ...bodies import json_body, to_json
from ...options import CallOptions, SocketOptions
from ...raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ...resource import AsyncResource, Resource
from ...types import UNSET, Unset

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from typing import Literal

    import httpx
    from cartesia_client.sockets.agents import AgentStream, AsyncAgentStream

    from ...models.agent_stream_agent import AgentStreamAgent
    from ...models.agent_stream_config import AgentStreamConfig
    from ...models.agent_stream_start_metadata import AgentStreamStartMetadata
    from ...models.get_templates_response import GetTemplatesResponse
    from ...models.phone_number import PhoneNumber
    from ...official_types import WebSocketConnectionOptions
    from ...params import AgentStreamAgentParam, AgentStreamConfigParam
    from ...raw_types import AsyncRawMethod, AsyncStreamingMethod, RawMethod, StreamingMethod
    from ...resources import agents_calls as _agents_calls
    from ...resources import agents_deployments as _agents_deployments
    from ...resources import agents_metrics as _agents_metrics
    from ...resources.agents_calls import AgentsCallsResource, AsyncAgentsCallsResource
    from ...resources.agents_deployments import (
        AgentsDeploymentsResource,
        AsyncAgentsDeploymentsResource,
    )
    from ...resources.agents_metrics import AgentsMetricsResource, AsyncAgentsMetricsResource
    from ..models.agent_summary import AgentSummary
    from ..models.get_agents_response import GetAgentsResponse


class AgentsResource(Resource):
    """Methods of `client.agents`."""

    @cached_property
    def deployments(self) -> AgentsDeploymentsResource:
        """Deployed versions of the code of an agent."""
        from ...resources.agents_deployments import AgentsDeploymentsResource

        return AgentsDeploymentsResource(self._session)

    @cached_property
    def calls(self) -> AgentsCallsResource:
        """Calls that agents have taken: transcripts and recordings."""
        from ...resources.agents_calls import AgentsCallsResource

        return AgentsCallsResource(self._session)

    @cached_property
    def metrics(self) -> AgentsMetricsResource:
        """Metrics that evaluate the calls of agents."""
        from ...resources.agents_metrics import AgentsMetricsResource

        return AgentsMetricsResource(self._session)

    @cached_property
    def with_raw_response(self) -> AgentsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AgentsResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AgentsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AgentsResourceWithStreamingResponse = streaming_methods(self)
        return methods

    @omitting
    def stream(
        self,
        agent_id: str,
        *,
        config: AgentStreamConfig | AgentStreamConfigParam | Unset = UNSET,
        stream_id: str | Unset = UNSET,
        agent: AgentStreamAgent | AgentStreamAgentParam | Unset = UNSET,
        metadata: AgentStreamStartMetadata | Mapping[str, Any] | Unset = UNSET,
        websocket_auth: Literal["query", "headers"] = "query",
        timeout: float | None = 10.0,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
    ) -> AgentStream:
        """Return a socket as a context manager; it opens on entering."""
        check(
            "the WebSocket agents.stream",
            ("agent_id", agent_id, "id"),
            ("config", config, "dict | None"),
            ("stream_id", stream_id, "str | None"),
            ("agent", agent, "dict | None"),
            ("metadata", metadata, "dict | None"),
        )
        return self._session.socket(
            "agents.stream",
            {},
            SocketOptions(
                websocket_auth,
                timeout,
                extra_headers,
                extra_query,
                {"agent_id": agent_id},
                {
                    "event": "start",
                    "config": config,
                    "stream_id": stream_id,
                    "agent": agent,
                    "metadata": metadata,
                },
                websocket_connection_options=websocket_connection_options,
            ),
        )

    def list(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> GetAgentsResponse:
        """List all agents."""
        from ..api.agents import agents_list as op

        return self._session.call(
            op._get_kwargs(),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def list_templates(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> GetTemplatesResponse:
        """List agent templates."""
        from ...api.agents import agents_list_templates as op

        return self._session.call(
            op._get_kwargs(),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def retrieve(
        self,
        agent_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AgentSummary:
        """Look up an agent."""
        check("GET /agents/{agent_id}", ("agent_id", agent_id, "id"))
        from ..api.agents import agents_retrieve as op

        return self._session.call(
            op._get_kwargs(agent_id=to_json(agent_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def delete(
        self,
        agent_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Delete an agent."""
        check("DELETE /agents/{agent_id}", ("agent_id", agent_id, "id"))
        from ...api.agents import agents_delete as op

        return self._session.nothing(
            op._get_kwargs(agent_id=to_json(agent_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def update(
        self,
        agent_id: str,
        *,
        name: None | str | Unset = UNSET,
        description: None | str | Unset = UNSET,
        tts_voice: None | str | Unset = UNSET,
        tts_language: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AgentSummary:
        """Change an agent."""
        check(
            "PATCH /agents/{agent_id}",
            ("agent_id", agent_id, "id"),
            ("name", name, "str | None"),
            ("description", description, "str | None"),
            ("tts_voice", tts_voice, "str | None"),
            ("tts_language", tts_language, "str | None"),
        )
        from ..api.agents import agents_update as op

        return self._session.call(
            op._get_kwargs(
                agent_id=to_json(agent_id),
                body=json_body(
                    {
                        "name": name,
                        "description": description,
                        "tts_voice": tts_voice,
                        "tts_language": tts_language,
                    }
                ),
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def list_phone_numbers(
        self,
        agent_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> builtins.list[PhoneNumber]:
        """List the phone numbers of an agent."""
        check("GET /agents/{agent_id}/phone-numbers", ("agent_id", agent_id, "id"))
        from ...api.agents import agents_list_phone_numbers as op

        return self._session.call(
            op._get_kwargs(agent_id=to_json(agent_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncAgentsResource(AsyncResource):
    """Methods of `client.agents`."""

    @cached_property
    def deployments(self) -> AsyncAgentsDeploymentsResource:
        """Deployed versions of the code of an agent."""
        from ...resources.agents_deployments import AsyncAgentsDeploymentsResource

        return AsyncAgentsDeploymentsResource(self._session)

    @cached_property
    def calls(self) -> AsyncAgentsCallsResource:
        """Calls that agents have taken: transcripts and recordings."""
        from ...resources.agents_calls import AsyncAgentsCallsResource

        return AsyncAgentsCallsResource(self._session)

    @cached_property
    def metrics(self) -> AsyncAgentsMetricsResource:
        """Metrics that evaluate the calls of agents."""
        from ...resources.agents_metrics import AsyncAgentsMetricsResource

        return AsyncAgentsMetricsResource(self._session)

    @cached_property
    def with_raw_response(self) -> AsyncAgentsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncAgentsResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncAgentsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncAgentsResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

    @omitting
    def stream(
        self,
        agent_id: str,
        *,
        config: AgentStreamConfig | AgentStreamConfigParam | Unset = UNSET,
        stream_id: str | Unset = UNSET,
        agent: AgentStreamAgent | AgentStreamAgentParam | Unset = UNSET,
        metadata: AgentStreamStartMetadata | Mapping[str, Any] | Unset = UNSET,
        websocket_auth: Literal["query", "headers"] = "query",
        timeout: float | None = 10.0,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
    ) -> AsyncAgentStream:
        """Return a socket as a context manager; it opens on entering."""
        check(
            "the WebSocket agents.stream",
            ("agent_id", agent_id, "id"),
            ("config", config, "dict | None"),
            ("stream_id", stream_id, "str | None"),
            ("agent", agent, "dict | None"),
            ("metadata", metadata, "dict | None"),
        )
        return self._session.socket(
            "agents.stream",
            {},
            SocketOptions(
                websocket_auth,
                timeout,
                extra_headers,
                extra_query,
                {"agent_id": agent_id},
                {
                    "event": "start",
                    "config": config,
                    "stream_id": stream_id,
                    "agent": agent,
                    "metadata": metadata,
                },
                websocket_connection_options=websocket_connection_options,
            ),
        )

    async def list(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> GetAgentsResponse:
        """List all agents."""
        from ..api.agents import agents_list as op

        return await self._session.call(
            op._get_kwargs(),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def list_templates(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> GetTemplatesResponse:
        """List agent templates."""
        from ...api.agents import agents_list_templates as op

        return await self._session.call(
            op._get_kwargs(),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def retrieve(
        self,
        agent_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AgentSummary:
        """Look up an agent."""
        check("GET /agents/{agent_id}", ("agent_id", agent_id, "id"))
        from ..api.agents import agents_retrieve as op

        return await self._session.call(
            op._get_kwargs(agent_id=to_json(agent_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def delete(
        self,
        agent_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Delete an agent."""
        check("DELETE /agents/{agent_id}", ("agent_id", agent_id, "id"))
        from ...api.agents import agents_delete as op

        return await self._session.nothing(
            op._get_kwargs(agent_id=to_json(agent_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def update(
        self,
        agent_id: str,
        *,
        name: None | str | Unset = UNSET,
        description: None | str | Unset = UNSET,
        tts_voice: None | str | Unset = UNSET,
        tts_language: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AgentSummary:
        """Change an agent."""
        check(
            "PATCH /agents/{agent_id}",
            ("agent_id", agent_id, "id"),
            ("name", name, "str | None"),
            ("description", description, "str | None"),
            ("tts_voice", tts_voice, "str | None"),
            ("tts_language", tts_language, "str | None"),
        )
        from ..api.agents import agents_update as op

        return await self._session.call(
            op._get_kwargs(
                agent_id=to_json(agent_id),
                body=json_body(
                    {
                        "name": name,
                        "description": description,
                        "tts_voice": tts_voice,
                        "tts_language": tts_language,
                    }
                ),
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def list_phone_numbers(
        self,
        agent_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> builtins.list[PhoneNumber]:
        """List the phone numbers of an agent."""
        check("GET /agents/{agent_id}/phone-numbers", ("agent_id", agent_id, "id"))
        from ...api.agents import agents_list_phone_numbers as op

        return await self._session.call(
            op._get_kwargs(agent_id=to_json(agent_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class AgentsResourceWithRawResponse:
        """Methods of `client.agents.with_raw_response`."""

        deployments: _agents_deployments.AgentsDeploymentsResourceWithRawResponse
        calls: _agents_calls.AgentsCallsResourceWithRawResponse
        metrics: _agents_metrics.AgentsMetricsResourceWithRawResponse
        list = RawMethod(AgentsResource.list)
        list_templates = RawMethod(AgentsResource.list_templates)
        retrieve = RawMethod(AgentsResource.retrieve)
        delete = RawMethod(AgentsResource.delete)
        update = RawMethod(AgentsResource.update)
        list_phone_numbers = RawMethod(AgentsResource.list_phone_numbers)

    class AgentsResourceWithStreamingResponse:
        """Methods of `client.agents.with_streaming_response`."""

        deployments: _agents_deployments.AgentsDeploymentsResourceWithStreamingResponse
        calls: _agents_calls.AgentsCallsResourceWithStreamingResponse
        metrics: _agents_metrics.AgentsMetricsResourceWithStreamingResponse
        list = StreamingMethod(AgentsResource.list)
        list_templates = StreamingMethod(AgentsResource.list_templates)
        retrieve = StreamingMethod(AgentsResource.retrieve)
        delete = StreamingMethod(AgentsResource.delete)
        update = StreamingMethod(AgentsResource.update)
        list_phone_numbers = StreamingMethod(AgentsResource.list_phone_numbers)

    class AsyncAgentsResourceWithRawResponse:
        """Methods of `client.agents.with_raw_response`."""

        deployments: _agents_deployments.AsyncAgentsDeploymentsResourceWithRawResponse
        calls: _agents_calls.AsyncAgentsCallsResourceWithRawResponse
        metrics: _agents_metrics.AsyncAgentsMetricsResourceWithRawResponse
        list = AsyncRawMethod(AsyncAgentsResource.list)
        list_templates = AsyncRawMethod(AsyncAgentsResource.list_templates)
        retrieve = AsyncRawMethod(AsyncAgentsResource.retrieve)
        delete = AsyncRawMethod(AsyncAgentsResource.delete)
        update = AsyncRawMethod(AsyncAgentsResource.update)
        list_phone_numbers = AsyncRawMethod(AsyncAgentsResource.list_phone_numbers)

    class AsyncAgentsResourceWithStreamingResponse:
        """Methods of `client.agents.with_streaming_response`."""

        deployments: _agents_deployments.AsyncAgentsDeploymentsResourceWithStreamingResponse
        calls: _agents_calls.AsyncAgentsCallsResourceWithStreamingResponse
        metrics: _agents_metrics.AsyncAgentsMetricsResourceWithStreamingResponse
        list = AsyncStreamingMethod(AsyncAgentsResource.list)
        list_templates = AsyncStreamingMethod(AsyncAgentsResource.list_templates)
        retrieve = AsyncStreamingMethod(AsyncAgentsResource.retrieve)
        delete = AsyncStreamingMethod(AsyncAgentsResource.delete)
        update = AsyncStreamingMethod(AsyncAgentsResource.update)
        list_phone_numbers = AsyncStreamingMethod(AsyncAgentsResource.list_phone_numbers)
