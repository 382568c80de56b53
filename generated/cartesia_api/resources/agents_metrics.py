# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.agents.metrics`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..arguments import check
from ..bodies import json_body, to_json
from ..options import CallOptions
from ..raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ..resource import AsyncResource, Resource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ..models.metric import Metric
    from ..pages import AsyncPager, Page
    from ..raw_types import (
        AsyncRawMethod,
        AsyncStreamingMethod,
        RawMethod,
        StreamingMethod,
    )
    from . import agents_metrics_results as _agents_metrics_results
    from .agents_metrics_results import (
        AgentsMetricsResultsResource,
        AsyncAgentsMetricsResultsResource,
    )


class AgentsMetricsResource(Resource):
    """Methods of `client.agents.metrics`."""

    @cached_property
    def results(self) -> AgentsMetricsResultsResource:
        """Results of metrics for each call."""
        from .agents_metrics_results import AgentsMetricsResultsResource

        return AgentsMetricsResultsResource(self._session)

    @cached_property
    def with_raw_response(self) -> AgentsMetricsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AgentsMetricsResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AgentsMetricsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AgentsMetricsResourceWithStreamingResponse = streaming_methods(self)
        return methods

    def list(
        self,
        *,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Page[Metric]:
        """List metrics.

        Metrics by which a language model judges calls, a page at a time; forwards only.

        Args:
            limit: How many items one page holds at most (1 to 100; the service's default is 10).
            starting_after: Id of an item; the page begins behind it. Use the id of the last item
                of a page to get the next one. Not together with `ending_before`.
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
            "GET /agents/metrics",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
        )
        from ..api.agents_metrics import agents_metrics_list as op

        return self._session.pages(
            op._get_kwargs(limit=limit, starting_after=starting_after),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def create(
        self,
        *,
        name: str,
        prompt: str,
        display_name: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Metric:
        """Make a metric.

        Makes a metric: a task for a language model that reads a call and judges it.

        Args:
            name: Unique name: small letters, digits, underscore, hyphen and dot.
            prompt: What the model is to judge, and by which criteria.
            display_name: Name to show.
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
            "POST /agents/metrics",
            ("name", name, "str"),
            ("prompt", prompt, "str"),
            ("display_name", display_name, "str | None"),
        )
        from ..api.agents_metrics import agents_metrics_create as op

        return self._session.call(
            op._get_kwargs(
                body=json_body({"name": name, "prompt": prompt, "display_name": display_name})
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def retrieve(
        self,
        metric_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Metric:
        """Look up a metric.

        One metric.

        Args:
            metric_id: Id of the metric.
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
        check("GET /agents/metrics/{metric_id}", ("metric_id", metric_id, "id"))
        from ..api.agents_metrics import agents_metrics_retrieve as op

        return self._session.call(
            op._get_kwargs(metric_id=to_json(metric_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def add_to_agent(
        self,
        metric_id: str,
        *,
        agent_id: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Judge the calls of an agent by a metric.

        From now on the metric runs on each call of the agent. There is no body.

        Args:
            agent_id: Id of the agent.
            metric_id: Id of the metric.
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
            "POST /agents/{agent_id}/metrics/{metric_id}",
            ("agent_id", agent_id, "id"),
            ("metric_id", metric_id, "id"),
        )
        from ..api.agents_metrics import agents_metrics_add_to_agent as op

        return self._session.nothing(
            op._get_kwargs(agent_id=to_json(agent_id), metric_id=to_json(metric_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def remove_from_agent(
        self,
        metric_id: str,
        *,
        agent_id: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Stop judging the calls of an agent by a metric.

        The metric no longer runs on calls of the agent; results that there are stay.

        Args:
            agent_id: Id of the agent.
            metric_id: Id of the metric.
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
            "DELETE /agents/{agent_id}/metrics/{metric_id}",
            ("agent_id", agent_id, "id"),
            ("metric_id", metric_id, "id"),
        )
        from ..api.agents_metrics import agents_metrics_remove_from_agent as op

        return self._session.nothing(
            op._get_kwargs(agent_id=to_json(agent_id), metric_id=to_json(metric_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncAgentsMetricsResource(AsyncResource):
    """Methods of `client.agents.metrics`."""

    @cached_property
    def results(self) -> AsyncAgentsMetricsResultsResource:
        """Results of metrics for each call."""
        from .agents_metrics_results import AsyncAgentsMetricsResultsResource

        return AsyncAgentsMetricsResultsResource(self._session)

    @cached_property
    def with_raw_response(self) -> AsyncAgentsMetricsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncAgentsMetricsResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncAgentsMetricsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncAgentsMetricsResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

    def list(
        self,
        *,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncPager[Metric]:
        """List metrics.

        Metrics by which a language model judges calls, a page at a time; forwards only.

        Args:
            limit: How many items one page holds at most (1 to 100; the service's default is 10).
            starting_after: Id of an item; the page begins behind it. Use the id of the last item
                of a page to get the next one. Not together with `ending_before`.
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
            "GET /agents/metrics",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
        )
        from ..api.agents_metrics import agents_metrics_list as op

        return self._session.pages(
            op._get_kwargs(limit=limit, starting_after=starting_after),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def create(
        self,
        *,
        name: str,
        prompt: str,
        display_name: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Metric:
        """Make a metric.

        Makes a metric: a task for a language model that reads a call and judges it.

        Args:
            name: Unique name: small letters, digits, underscore, hyphen and dot.
            prompt: What the model is to judge, and by which criteria.
            display_name: Name to show.
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
            "POST /agents/metrics",
            ("name", name, "str"),
            ("prompt", prompt, "str"),
            ("display_name", display_name, "str | None"),
        )
        from ..api.agents_metrics import agents_metrics_create as op

        return await self._session.call(
            op._get_kwargs(
                body=json_body({"name": name, "prompt": prompt, "display_name": display_name})
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def retrieve(
        self,
        metric_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Metric:
        """Look up a metric.

        One metric.

        Args:
            metric_id: Id of the metric.
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
        check("GET /agents/metrics/{metric_id}", ("metric_id", metric_id, "id"))
        from ..api.agents_metrics import agents_metrics_retrieve as op

        return await self._session.call(
            op._get_kwargs(metric_id=to_json(metric_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def add_to_agent(
        self,
        metric_id: str,
        *,
        agent_id: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Judge the calls of an agent by a metric.

        From now on the metric runs on each call of the agent. There is no body.

        Args:
            agent_id: Id of the agent.
            metric_id: Id of the metric.
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
            "POST /agents/{agent_id}/metrics/{metric_id}",
            ("agent_id", agent_id, "id"),
            ("metric_id", metric_id, "id"),
        )
        from ..api.agents_metrics import agents_metrics_add_to_agent as op

        return await self._session.nothing(
            op._get_kwargs(agent_id=to_json(agent_id), metric_id=to_json(metric_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def remove_from_agent(
        self,
        metric_id: str,
        *,
        agent_id: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Stop judging the calls of an agent by a metric.

        The metric no longer runs on calls of the agent; results that there are stay.

        Args:
            agent_id: Id of the agent.
            metric_id: Id of the metric.
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
            "DELETE /agents/{agent_id}/metrics/{metric_id}",
            ("agent_id", agent_id, "id"),
            ("metric_id", metric_id, "id"),
        )
        from ..api.agents_metrics import agents_metrics_remove_from_agent as op

        return await self._session.nothing(
            op._get_kwargs(agent_id=to_json(agent_id), metric_id=to_json(metric_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class AgentsMetricsResourceWithRawResponse:
        """Methods of `client.agents.metrics.with_raw_response`."""

        results: _agents_metrics_results.AgentsMetricsResultsResourceWithRawResponse
        list = RawMethod(AgentsMetricsResource.list)
        create = RawMethod(AgentsMetricsResource.create)
        retrieve = RawMethod(AgentsMetricsResource.retrieve)
        add_to_agent = RawMethod(AgentsMetricsResource.add_to_agent)
        remove_from_agent = RawMethod(AgentsMetricsResource.remove_from_agent)

    class AgentsMetricsResourceWithStreamingResponse:
        """Methods of `client.agents.metrics.with_streaming_response`."""

        results: _agents_metrics_results.AgentsMetricsResultsResourceWithStreamingResponse
        list = StreamingMethod(AgentsMetricsResource.list)
        create = StreamingMethod(AgentsMetricsResource.create)
        retrieve = StreamingMethod(AgentsMetricsResource.retrieve)
        add_to_agent = StreamingMethod(AgentsMetricsResource.add_to_agent)
        remove_from_agent = StreamingMethod(AgentsMetricsResource.remove_from_agent)

    class AsyncAgentsMetricsResourceWithRawResponse:
        """Methods of `client.agents.metrics.with_raw_response`."""

        results: _agents_metrics_results.AsyncAgentsMetricsResultsResourceWithRawResponse
        list = AsyncRawMethod(AsyncAgentsMetricsResource.list)
        create = AsyncRawMethod(AsyncAgentsMetricsResource.create)
        retrieve = AsyncRawMethod(AsyncAgentsMetricsResource.retrieve)
        add_to_agent = AsyncRawMethod(AsyncAgentsMetricsResource.add_to_agent)
        remove_from_agent = AsyncRawMethod(AsyncAgentsMetricsResource.remove_from_agent)

    class AsyncAgentsMetricsResourceWithStreamingResponse:
        """Methods of `client.agents.metrics.with_streaming_response`."""

        results: _agents_metrics_results.AsyncAgentsMetricsResultsResourceWithStreamingResponse
        list = AsyncStreamingMethod(AsyncAgentsMetricsResource.list)
        create = AsyncStreamingMethod(AsyncAgentsMetricsResource.create)
        retrieve = AsyncStreamingMethod(AsyncAgentsMetricsResource.retrieve)
        add_to_agent = AsyncStreamingMethod(AsyncAgentsMetricsResource.add_to_agent)
        remove_from_agent = AsyncStreamingMethod(AsyncAgentsMetricsResource.remove_from_agent)
