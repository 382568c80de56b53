# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.agents.metrics.results`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..arguments import check
from ..options import CallOptions
from ..raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ..resource import AsyncResource, Resource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    import httpx
    from cartesia_client.audio.stream import AsyncAudioStream, AudioStream

    from ..models.metric_result import MetricResult
    from ..pages import AsyncPager, Page
    from ..raw_types import (
        AsyncRawMethod,
        AsyncStreamingMethod,
        RawMethod,
        StreamingMethod,
    )


class AgentsMetricsResultsResource(Resource):
    """Methods of `client.agents.metrics.results`."""

    @cached_property
    def with_raw_response(self) -> AgentsMetricsResultsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AgentsMetricsResultsResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AgentsMetricsResultsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AgentsMetricsResultsResourceWithStreamingResponse = streaming_methods(self)
        return methods

    def list(
        self,
        *,
        agent_id: None | str | Unset = UNSET,
        deployment_id: None | str | Unset = UNSET,
        metric_id: None | str | Unset = UNSET,
        call_id: None | str | Unset = UNSET,
        start_date: datetime.datetime | None | Unset = UNSET,
        end_date: datetime.datetime | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        ending_before: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Page[MetricResult]:
        """List results of metrics.

        What metrics said about calls, a page at a time. The names of the fields are in camelCase,
        here only.

        Args:
            agent_id: Only results of this agent.
            deployment_id: Only results of this deployment.
            metric_id: Only results of this metric.
            call_id: Only results of this call.
            start_date: Only results made at this time or later.
            end_date: Only results made at this time or earlier.
            limit: How many items one page holds at most (1 to 100; the service's default is 10).
            starting_after: Id of an item; the page begins behind it. Use the id of the last item
                of a page to get the next one. Not together with `ending_before`.
            ending_before: Id of an item; the page ends before it. Use the id of the first item of
                a page to get the previous one. Not together with `starting_after`.
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
            "GET /agents/metrics/results",
            ("agent_id", agent_id, "str | None"),
            ("deployment_id", deployment_id, "str | None"),
            ("metric_id", metric_id, "str | None"),
            ("call_id", call_id, "str | None"),
            ("start_date", start_date, "datetime | None"),
            ("end_date", end_date, "datetime | None"),
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.agents_metrics_results import agents_metrics_results_list as op

        return self._session.pages(
            op._get_kwargs(
                agent_id=agent_id,
                deployment_id=deployment_id,
                metric_id=metric_id,
                call_id=call_id,
                start_date=start_date,
                end_date=end_date,
                limit=limit,
                starting_after=starting_after,
                ending_before=ending_before,
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def export(
        self,
        *,
        agent_id: None | str | Unset = UNSET,
        deployment_id: None | str | Unset = UNSET,
        metric_id: None | str | Unset = UNSET,
        call_id: None | str | Unset = UNSET,
        start_date: datetime.datetime | None | Unset = UNSET,
        end_date: datetime.datetime | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> str:
        """Export results of metrics as CSV.

        The results as one CSV file of at most 100,000 rows.

        Args:
            agent_id: Only results of this agent.
            deployment_id: Only results of this deployment.
            metric_id: Only results of this metric.
            call_id: Only results of this call.
            start_date: Only results made at this time or later.
            end_date: Only results made at this time or earlier.
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
            "GET /agents/metrics/results/export",
            ("agent_id", agent_id, "str | None"),
            ("deployment_id", deployment_id, "str | None"),
            ("metric_id", metric_id, "str | None"),
            ("call_id", call_id, "str | None"),
            ("start_date", start_date, "datetime | None"),
            ("end_date", end_date, "datetime | None"),
        )
        from ..api.agents_metrics_results import agents_metrics_results_export as op

        return self._session.text(
            op._get_kwargs(
                agent_id=agent_id,
                deployment_id=deployment_id,
                metric_id=metric_id,
                call_id=call_id,
                start_date=start_date,
                end_date=end_date,
            ),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def export_stream(
        self,
        *,
        agent_id: None | str | Unset = UNSET,
        deployment_id: None | str | Unset = UNSET,
        metric_id: None | str | Unset = UNSET,
        call_id: None | str | Unset = UNSET,
        start_date: datetime.datetime | None | Unset = UNSET,
        end_date: datetime.datetime | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AudioStream:
        """Export results of metrics as CSV, a chunk at a time.

        Return a context manager; iterate over it to read the content in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        The results as one CSV file of at most 100,000 rows.

        Args:
            agent_id: Only results of this agent.
            deployment_id: Only results of this deployment.
            metric_id: Only results of this metric.
            call_id: Only results of this call.
            start_date: Only results made at this time or later.
            end_date: Only results made at this time or earlier.
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
            "GET /agents/metrics/results/export",
            ("agent_id", agent_id, "str | None"),
            ("deployment_id", deployment_id, "str | None"),
            ("metric_id", metric_id, "str | None"),
            ("call_id", call_id, "str | None"),
            ("start_date", start_date, "datetime | None"),
            ("end_date", end_date, "datetime | None"),
        )
        from ..api.agents_metrics_results import agents_metrics_results_export as op

        return self._session.stream(
            op._get_kwargs(
                agent_id=agent_id,
                deployment_id=deployment_id,
                metric_id=metric_id,
                call_id=call_id,
                start_date=start_date,
                end_date=end_date,
            ),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncAgentsMetricsResultsResource(AsyncResource):
    """Methods of `client.agents.metrics.results`."""

    @cached_property
    def with_raw_response(self) -> AsyncAgentsMetricsResultsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncAgentsMetricsResultsResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncAgentsMetricsResultsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncAgentsMetricsResultsResourceWithStreamingResponse = async_streaming_methods(
            self
        )
        return methods

    def list(
        self,
        *,
        agent_id: None | str | Unset = UNSET,
        deployment_id: None | str | Unset = UNSET,
        metric_id: None | str | Unset = UNSET,
        call_id: None | str | Unset = UNSET,
        start_date: datetime.datetime | None | Unset = UNSET,
        end_date: datetime.datetime | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        ending_before: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncPager[MetricResult]:
        """List results of metrics.

        What metrics said about calls, a page at a time. The names of the fields are in camelCase,
        here only.

        Args:
            agent_id: Only results of this agent.
            deployment_id: Only results of this deployment.
            metric_id: Only results of this metric.
            call_id: Only results of this call.
            start_date: Only results made at this time or later.
            end_date: Only results made at this time or earlier.
            limit: How many items one page holds at most (1 to 100; the service's default is 10).
            starting_after: Id of an item; the page begins behind it. Use the id of the last item
                of a page to get the next one. Not together with `ending_before`.
            ending_before: Id of an item; the page ends before it. Use the id of the first item of
                a page to get the previous one. Not together with `starting_after`.
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
            "GET /agents/metrics/results",
            ("agent_id", agent_id, "str | None"),
            ("deployment_id", deployment_id, "str | None"),
            ("metric_id", metric_id, "str | None"),
            ("call_id", call_id, "str | None"),
            ("start_date", start_date, "datetime | None"),
            ("end_date", end_date, "datetime | None"),
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.agents_metrics_results import agents_metrics_results_list as op

        return self._session.pages(
            op._get_kwargs(
                agent_id=agent_id,
                deployment_id=deployment_id,
                metric_id=metric_id,
                call_id=call_id,
                start_date=start_date,
                end_date=end_date,
                limit=limit,
                starting_after=starting_after,
                ending_before=ending_before,
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def export(
        self,
        *,
        agent_id: None | str | Unset = UNSET,
        deployment_id: None | str | Unset = UNSET,
        metric_id: None | str | Unset = UNSET,
        call_id: None | str | Unset = UNSET,
        start_date: datetime.datetime | None | Unset = UNSET,
        end_date: datetime.datetime | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> str:
        """Export results of metrics as CSV.

        The results as one CSV file of at most 100,000 rows.

        Args:
            agent_id: Only results of this agent.
            deployment_id: Only results of this deployment.
            metric_id: Only results of this metric.
            call_id: Only results of this call.
            start_date: Only results made at this time or later.
            end_date: Only results made at this time or earlier.
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
            "GET /agents/metrics/results/export",
            ("agent_id", agent_id, "str | None"),
            ("deployment_id", deployment_id, "str | None"),
            ("metric_id", metric_id, "str | None"),
            ("call_id", call_id, "str | None"),
            ("start_date", start_date, "datetime | None"),
            ("end_date", end_date, "datetime | None"),
        )
        from ..api.agents_metrics_results import agents_metrics_results_export as op

        return await self._session.text(
            op._get_kwargs(
                agent_id=agent_id,
                deployment_id=deployment_id,
                metric_id=metric_id,
                call_id=call_id,
                start_date=start_date,
                end_date=end_date,
            ),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def export_stream(
        self,
        *,
        agent_id: None | str | Unset = UNSET,
        deployment_id: None | str | Unset = UNSET,
        metric_id: None | str | Unset = UNSET,
        call_id: None | str | Unset = UNSET,
        start_date: datetime.datetime | None | Unset = UNSET,
        end_date: datetime.datetime | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncAudioStream:
        """Export results of metrics as CSV, a chunk at a time.

        Return a context manager; iterate over it to read the content in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        The results as one CSV file of at most 100,000 rows.

        Args:
            agent_id: Only results of this agent.
            deployment_id: Only results of this deployment.
            metric_id: Only results of this metric.
            call_id: Only results of this call.
            start_date: Only results made at this time or later.
            end_date: Only results made at this time or earlier.
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
            "GET /agents/metrics/results/export",
            ("agent_id", agent_id, "str | None"),
            ("deployment_id", deployment_id, "str | None"),
            ("metric_id", metric_id, "str | None"),
            ("call_id", call_id, "str | None"),
            ("start_date", start_date, "datetime | None"),
            ("end_date", end_date, "datetime | None"),
        )
        from ..api.agents_metrics_results import agents_metrics_results_export as op

        return self._session.stream(
            op._get_kwargs(
                agent_id=agent_id,
                deployment_id=deployment_id,
                metric_id=metric_id,
                call_id=call_id,
                start_date=start_date,
                end_date=end_date,
            ),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class AgentsMetricsResultsResourceWithRawResponse:
        """Methods of `client.agents.metrics.results.with_raw_response`."""

        list = RawMethod(AgentsMetricsResultsResource.list)
        export = RawMethod(AgentsMetricsResultsResource.export)

    class AgentsMetricsResultsResourceWithStreamingResponse:
        """Methods of `client.agents.metrics.results.with_streaming_response`."""

        list = StreamingMethod(AgentsMetricsResultsResource.list)
        export = StreamingMethod(AgentsMetricsResultsResource.export)

    class AsyncAgentsMetricsResultsResourceWithRawResponse:
        """Methods of `client.agents.metrics.results.with_raw_response`."""

        list = AsyncRawMethod(AsyncAgentsMetricsResultsResource.list)
        export = AsyncRawMethod(AsyncAgentsMetricsResultsResource.export)

    class AsyncAgentsMetricsResultsResourceWithStreamingResponse:
        """Methods of `client.agents.metrics.results.with_streaming_response`."""

        list = AsyncStreamingMethod(AsyncAgentsMetricsResultsResource.list)
        export = AsyncStreamingMethod(AsyncAgentsMetricsResultsResource.export)
