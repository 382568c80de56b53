# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.agents.calls`."""

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
    from collections.abc import Mapping

    import httpx
    from cartesia_client.audio.result import Audio
    from cartesia_client.audio.stream import AsyncAudioStream, AudioStream

    from ..models.agent_call import AgentCall
    from ..pages import AsyncPager, Page
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


class AgentsCallsResource(Resource):
    """Methods of `client.agents.calls`."""

    @cached_property
    def with_raw_response(self) -> AgentsCallsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AgentsCallsResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AgentsCallsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AgentsCallsResourceWithStreamingResponse = streaming_methods(self)
        return methods

    def list(
        self,
        *,
        agent_id: str,
        expand: None | str | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        ending_before: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Page[AgentCall]:
        """List the calls of an agent.

        Calls of one agent, those that began last first, a page at a time.

        Args:
            agent_id: Id of the agent.
            expand: `transcript` to get the transcripts, too; a single value, not a list.
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
            "GET /agents/calls",
            ("agent_id", agent_id, "str"),
            ("expand", expand, "str | None"),
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.agents_calls import agents_calls_list as op

        return self._session.pages(
            op._get_kwargs(
                agent_id=agent_id,
                expand=expand,
                limit=limit,
                starting_after=starting_after,
                ending_before=ending_before,
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def retrieve(
        self,
        call_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AgentCall:
        """Look up a call.

        One call, with its transcript.

        Args:
            call_id: Id of the call.
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
        check("GET /agents/calls/{call_id}", ("call_id", call_id, "id"))
        from ..api.agents_calls import agents_calls_retrieve as op

        return self._session.call(
            op._get_kwargs(call_id=to_json(call_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def download_audio(
        self,
        call_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Download the recording of a call.

        The recording of a call, as a WAV file.

        Args:
            call_id: Id of the call.
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
            IncompleteAudioError: The audio ended early; `partial` holds what arrived.
            APIResponseValidationError: The response does not match the API's contract.
        """
        check("GET /agents/calls/{call_id}/audio", ("call_id", call_id, "id"))
        from ..api.agents_calls import agents_calls_download_audio as op

        return self._session.read(
            op._get_kwargs(call_id=to_json(call_id)),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def download_audio_stream(
        self,
        call_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AudioStream:
        """Download the recording of a call, a chunk at a time.

        Return a context manager; iterate over it to read the audio in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        The recording of a call, as a WAV file.

        Args:
            call_id: Id of the call.
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
            IncompleteAudioError: The audio ended early; `received` counts the bytes that arrived.
            APIResponseValidationError: The response does not match the API's contract.
        """
        check("GET /agents/calls/{call_id}/audio", ("call_id", call_id, "id"))
        from ..api.agents_calls import agents_calls_download_audio as op

        return self._session.stream(
            op._get_kwargs(call_id=to_json(call_id)),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncAgentsCallsResource(AsyncResource):
    """Methods of `client.agents.calls`."""

    @cached_property
    def with_raw_response(self) -> AsyncAgentsCallsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncAgentsCallsResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncAgentsCallsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncAgentsCallsResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

    def list(
        self,
        *,
        agent_id: str,
        expand: None | str | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        ending_before: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncPager[AgentCall]:
        """List the calls of an agent.

        Calls of one agent, those that began last first, a page at a time.

        Args:
            agent_id: Id of the agent.
            expand: `transcript` to get the transcripts, too; a single value, not a list.
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
            "GET /agents/calls",
            ("agent_id", agent_id, "str"),
            ("expand", expand, "str | None"),
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.agents_calls import agents_calls_list as op

        return self._session.pages(
            op._get_kwargs(
                agent_id=agent_id,
                expand=expand,
                limit=limit,
                starting_after=starting_after,
                ending_before=ending_before,
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def retrieve(
        self,
        call_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AgentCall:
        """Look up a call.

        One call, with its transcript.

        Args:
            call_id: Id of the call.
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
        check("GET /agents/calls/{call_id}", ("call_id", call_id, "id"))
        from ..api.agents_calls import agents_calls_retrieve as op

        return await self._session.call(
            op._get_kwargs(call_id=to_json(call_id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def download_audio(
        self,
        call_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Download the recording of a call.

        The recording of a call, as a WAV file.

        Args:
            call_id: Id of the call.
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
            IncompleteAudioError: The audio ended early; `partial` holds what arrived.
            APIResponseValidationError: The response does not match the API's contract.
        """
        check("GET /agents/calls/{call_id}/audio", ("call_id", call_id, "id"))
        from ..api.agents_calls import agents_calls_download_audio as op

        return await self._session.read(
            op._get_kwargs(call_id=to_json(call_id)),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def download_audio_stream(
        self,
        call_id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncAudioStream:
        """Download the recording of a call, a chunk at a time.

        Return a context manager; iterate over it to read the audio in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        The recording of a call, as a WAV file.

        Args:
            call_id: Id of the call.
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
            IncompleteAudioError: The audio ended early; `received` counts the bytes that arrived.
            APIResponseValidationError: The response does not match the API's contract.
        """
        check("GET /agents/calls/{call_id}/audio", ("call_id", call_id, "id"))
        from ..api.agents_calls import agents_calls_download_audio as op

        return self._session.stream(
            op._get_kwargs(call_id=to_json(call_id)),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class AgentsCallsResourceWithRawResponse:
        """Methods of `client.agents.calls.with_raw_response`."""

        list = RawMethod(AgentsCallsResource.list)
        retrieve = RawMethod(AgentsCallsResource.retrieve)
        download_audio = RawBinaryMethod(AgentsCallsResource.download_audio)

    class AgentsCallsResourceWithStreamingResponse:
        """Methods of `client.agents.calls.with_streaming_response`."""

        list = StreamingMethod(AgentsCallsResource.list)
        retrieve = StreamingMethod(AgentsCallsResource.retrieve)
        download_audio = StreamingBinaryMethod(AgentsCallsResource.download_audio)

    class AsyncAgentsCallsResourceWithRawResponse:
        """Methods of `client.agents.calls.with_raw_response`."""

        list = AsyncRawMethod(AsyncAgentsCallsResource.list)
        retrieve = AsyncRawMethod(AsyncAgentsCallsResource.retrieve)
        download_audio = AsyncRawBinaryMethod(AsyncAgentsCallsResource.download_audio)

    class AsyncAgentsCallsResourceWithStreamingResponse:
        """Methods of `client.agents.calls.with_streaming_response`."""

        list = AsyncStreamingMethod(AsyncAgentsCallsResource.list)
        retrieve = AsyncStreamingMethod(AsyncAgentsCallsResource.retrieve)
        download_audio = AsyncStreamingBinaryMethod(AsyncAgentsCallsResource.download_audio)
