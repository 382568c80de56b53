# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.voice_changer`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..arguments import check
from ..bodies import form_body
from ..files import FileInput
from ..former import deprecated, warn_of_former_name
from ..options import CallOptions
from ..raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ..resource import AsyncResource, Resource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from cartesia_client.audio.result import Audio
    from cartesia_client.audio.stream import AsyncAudioStream, AudioStream
    from cartesia_client.http.event_stream import AsyncEventStream, EventStream

    from ..events import VoiceChangerSSEEvent
    from ..models.output_format_container import OutputFormatContainer
    from ..models.raw_encoding import RawEncoding
    from ..models.sample_rate import SampleRate
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


class VoiceChangerResource(Resource):
    """Methods of `client.voice_changer`."""

    @cached_property
    def with_raw_response(self) -> VoiceChangerResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: VoiceChangerResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> VoiceChangerResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: VoiceChangerResourceWithStreamingResponse = streaming_methods(self)
        return methods

    def generate(
        self,
        *,
        clip: FileInput | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format_container: OutputFormatContainer | Unset = UNSET,
        output_format_sample_rate: SampleRate | Unset = UNSET,
        output_format_encoding: None | RawEncoding | Unset = UNSET,
        output_format_bit_rate: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Change the voice of a recording.

        Turns a recording of speech into the same speech by another voice. Costs 15 credits for
        each second of the recording.

        Args:
            clip: The recording, as an audio file.
            voice_id: Id of the voice that speaks.
            output_format_container: Container of the result.
            output_format_sample_rate: Samples per second of the result, in Hz.
            output_format_encoding: How one sample is written; for raw and wav.
            output_format_bit_rate: Bits per second; for mp3.
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
        check(
            "POST /voice-changer/bytes",
            ("clip", clip, "file | None"),
            ("voice_id", voice_id, "str | None"),
            ("output_format_container", output_format_container, "str | None"),
            ("output_format_sample_rate", output_format_sample_rate, "int | None"),
            ("output_format_encoding", output_format_encoding, "str | None"),
            ("output_format_bit_rate", output_format_bit_rate, "int | None"),
        )
        from ..api.voice_changer import voice_changer_generate as op

        return self._session.read(
            op._get_kwargs(
                body=form_body(
                    {
                        "clip": clip,
                        "voice[id]": voice_id,
                        "output_format[container]": output_format_container,
                        "output_format[sample_rate]": output_format_sample_rate,
                        "output_format[encoding]": output_format_encoding,
                        "output_format[bit_rate]": output_format_bit_rate,
                    },
                    files=("clip",),
                )
            ),
            {
                "container": output_format_container,
                "sample_rate": output_format_sample_rate,
                "encoding": output_format_encoding,
                "bit_rate": output_format_bit_rate,
            },
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def generate_stream(
        self,
        *,
        clip: FileInput | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format_container: OutputFormatContainer | Unset = UNSET,
        output_format_sample_rate: SampleRate | Unset = UNSET,
        output_format_encoding: None | RawEncoding | Unset = UNSET,
        output_format_bit_rate: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AudioStream:
        """Change the voice of a recording, a chunk at a time.

        Return a context manager; iterate over it to read the audio in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        Turns a recording of speech into the same speech by another voice. Costs 15 credits for
        each second of the recording.

        Args:
            clip: The recording, as an audio file.
            voice_id: Id of the voice that speaks.
            output_format_container: Container of the result.
            output_format_sample_rate: Samples per second of the result, in Hz.
            output_format_encoding: How one sample is written; for raw and wav.
            output_format_bit_rate: Bits per second; for mp3.
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
        check(
            "POST /voice-changer/bytes",
            ("clip", clip, "file | None"),
            ("voice_id", voice_id, "str | None"),
            ("output_format_container", output_format_container, "str | None"),
            ("output_format_sample_rate", output_format_sample_rate, "int | None"),
            ("output_format_encoding", output_format_encoding, "str | None"),
            ("output_format_bit_rate", output_format_bit_rate, "int | None"),
        )
        from ..api.voice_changer import voice_changer_generate as op

        return self._session.stream(
            op._get_kwargs(
                body=form_body(
                    {
                        "clip": clip,
                        "voice[id]": voice_id,
                        "output_format[container]": output_format_container,
                        "output_format[sample_rate]": output_format_sample_rate,
                        "output_format[encoding]": output_format_encoding,
                        "output_format[bit_rate]": output_format_bit_rate,
                    },
                    files=("clip",),
                )
            ),
            {
                "container": output_format_container,
                "sample_rate": output_format_sample_rate,
                "encoding": output_format_encoding,
                "bit_rate": output_format_bit_rate,
            },
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    @deprecated("voice_changer.change_voice_bytes() is called voice_changer.generate() now")
    def change_voice_bytes(
        self,
        *,
        clip: FileInput | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format_container: OutputFormatContainer | Unset = UNSET,
        output_format_sample_rate: SampleRate | Unset = UNSET,
        output_format_encoding: None | RawEncoding | Unset = UNSET,
        output_format_bit_rate: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Change the voice of a recording. This is a former name of `generate`, with its arguments."""
        warn_of_former_name("voice_changer.change_voice_bytes", "voice_changer.generate")
        return self.generate(
            clip=clip,
            voice_id=voice_id,
            output_format_container=output_format_container,
            output_format_sample_rate=output_format_sample_rate,
            output_format_encoding=output_format_encoding,
            output_format_bit_rate=output_format_bit_rate,
            timeout=timeout,
            total=total,
            max_retries=max_retries,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
        )

    def generate_sse(
        self,
        *,
        clip: FileInput | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format_container: OutputFormatContainer | Unset = UNSET,
        output_format_sample_rate: SampleRate | Unset = UNSET,
        output_format_encoding: None | RawEncoding | Unset = UNSET,
        output_format_bit_rate: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> EventStream[VoiceChangerSSEEvent]:
        """Change the voice of a recording, streamed as server-sent events.

        Turns a recording of speech into the same speech by another voice, and answers with
        server-sent events. Costs 15 credits for each second of the recording.

        Args:
            clip: The recording, as an audio file.
            voice_id: Id of the voice that speaks.
            output_format_container: Container of the result.
            output_format_sample_rate: Samples per second of the result, in Hz.
            output_format_encoding: How one sample is written; for raw and wav.
            output_format_bit_rate: Bits per second; for mp3.
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
        check(
            "POST /voice-changer/sse",
            ("clip", clip, "file | None"),
            ("voice_id", voice_id, "str | None"),
            ("output_format_container", output_format_container, "str | None"),
            ("output_format_sample_rate", output_format_sample_rate, "int | None"),
            ("output_format_encoding", output_format_encoding, "str | None"),
            ("output_format_bit_rate", output_format_bit_rate, "int | None"),
        )
        from .. import events
        from ..api.voice_changer import voice_changer_generate_sse as op

        return self._session.events(
            op._get_kwargs(
                body=form_body(
                    {
                        "clip": clip,
                        "voice[id]": voice_id,
                        "output_format[container]": output_format_container,
                        "output_format[sample_rate]": output_format_sample_rate,
                        "output_format[encoding]": output_format_encoding,
                        "output_format[bit_rate]": output_format_bit_rate,
                    },
                    files=("clip",),
                )
            ),
            {
                "container": output_format_container,
                "sample_rate": output_format_sample_rate,
                "encoding": output_format_encoding,
                "bit_rate": output_format_bit_rate,
            },
            events.decode_voice_changer_sse_event,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    @deprecated("voice_changer.change_voice_sse() is called voice_changer.generate_sse() now")
    def change_voice_sse(
        self,
        *,
        clip: FileInput | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format_container: OutputFormatContainer | Unset = UNSET,
        output_format_sample_rate: SampleRate | Unset = UNSET,
        output_format_encoding: None | RawEncoding | Unset = UNSET,
        output_format_bit_rate: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> EventStream[VoiceChangerSSEEvent]:
        """Change the voice of a recording, streamed as server-sent events. This is a former name of `generate_sse`, with its arguments."""
        warn_of_former_name("voice_changer.change_voice_sse", "voice_changer.generate_sse")
        return self.generate_sse(
            clip=clip,
            voice_id=voice_id,
            output_format_container=output_format_container,
            output_format_sample_rate=output_format_sample_rate,
            output_format_encoding=output_format_encoding,
            output_format_bit_rate=output_format_bit_rate,
            timeout=timeout,
            total=total,
            max_retries=max_retries,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
        )


class AsyncVoiceChangerResource(AsyncResource):
    """Methods of `client.voice_changer`."""

    @cached_property
    def with_raw_response(self) -> AsyncVoiceChangerResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncVoiceChangerResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncVoiceChangerResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncVoiceChangerResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

    async def generate(
        self,
        *,
        clip: FileInput | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format_container: OutputFormatContainer | Unset = UNSET,
        output_format_sample_rate: SampleRate | Unset = UNSET,
        output_format_encoding: None | RawEncoding | Unset = UNSET,
        output_format_bit_rate: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Change the voice of a recording.

        Turns a recording of speech into the same speech by another voice. Costs 15 credits for
        each second of the recording.

        Args:
            clip: The recording, as an audio file.
            voice_id: Id of the voice that speaks.
            output_format_container: Container of the result.
            output_format_sample_rate: Samples per second of the result, in Hz.
            output_format_encoding: How one sample is written; for raw and wav.
            output_format_bit_rate: Bits per second; for mp3.
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
        check(
            "POST /voice-changer/bytes",
            ("clip", clip, "file | None"),
            ("voice_id", voice_id, "str | None"),
            ("output_format_container", output_format_container, "str | None"),
            ("output_format_sample_rate", output_format_sample_rate, "int | None"),
            ("output_format_encoding", output_format_encoding, "str | None"),
            ("output_format_bit_rate", output_format_bit_rate, "int | None"),
        )
        from ..api.voice_changer import voice_changer_generate as op

        return await self._session.read(
            op._get_kwargs(
                body=form_body(
                    {
                        "clip": clip,
                        "voice[id]": voice_id,
                        "output_format[container]": output_format_container,
                        "output_format[sample_rate]": output_format_sample_rate,
                        "output_format[encoding]": output_format_encoding,
                        "output_format[bit_rate]": output_format_bit_rate,
                    },
                    files=("clip",),
                )
            ),
            {
                "container": output_format_container,
                "sample_rate": output_format_sample_rate,
                "encoding": output_format_encoding,
                "bit_rate": output_format_bit_rate,
            },
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def generate_stream(
        self,
        *,
        clip: FileInput | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format_container: OutputFormatContainer | Unset = UNSET,
        output_format_sample_rate: SampleRate | Unset = UNSET,
        output_format_encoding: None | RawEncoding | Unset = UNSET,
        output_format_bit_rate: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncAudioStream:
        """Change the voice of a recording, a chunk at a time.

        Return a context manager; iterate over it to read the audio in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        Turns a recording of speech into the same speech by another voice. Costs 15 credits for
        each second of the recording.

        Args:
            clip: The recording, as an audio file.
            voice_id: Id of the voice that speaks.
            output_format_container: Container of the result.
            output_format_sample_rate: Samples per second of the result, in Hz.
            output_format_encoding: How one sample is written; for raw and wav.
            output_format_bit_rate: Bits per second; for mp3.
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
        check(
            "POST /voice-changer/bytes",
            ("clip", clip, "file | None"),
            ("voice_id", voice_id, "str | None"),
            ("output_format_container", output_format_container, "str | None"),
            ("output_format_sample_rate", output_format_sample_rate, "int | None"),
            ("output_format_encoding", output_format_encoding, "str | None"),
            ("output_format_bit_rate", output_format_bit_rate, "int | None"),
        )
        from ..api.voice_changer import voice_changer_generate as op

        return self._session.stream(
            op._get_kwargs(
                body=form_body(
                    {
                        "clip": clip,
                        "voice[id]": voice_id,
                        "output_format[container]": output_format_container,
                        "output_format[sample_rate]": output_format_sample_rate,
                        "output_format[encoding]": output_format_encoding,
                        "output_format[bit_rate]": output_format_bit_rate,
                    },
                    files=("clip",),
                )
            ),
            {
                "container": output_format_container,
                "sample_rate": output_format_sample_rate,
                "encoding": output_format_encoding,
                "bit_rate": output_format_bit_rate,
            },
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    @deprecated("voice_changer.change_voice_bytes() is called voice_changer.generate() now")
    async def change_voice_bytes(
        self,
        *,
        clip: FileInput | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format_container: OutputFormatContainer | Unset = UNSET,
        output_format_sample_rate: SampleRate | Unset = UNSET,
        output_format_encoding: None | RawEncoding | Unset = UNSET,
        output_format_bit_rate: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Change the voice of a recording. This is a former name of `generate`, with its arguments."""
        warn_of_former_name("voice_changer.change_voice_bytes", "voice_changer.generate")
        return await self.generate(
            clip=clip,
            voice_id=voice_id,
            output_format_container=output_format_container,
            output_format_sample_rate=output_format_sample_rate,
            output_format_encoding=output_format_encoding,
            output_format_bit_rate=output_format_bit_rate,
            timeout=timeout,
            total=total,
            max_retries=max_retries,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
        )

    async def generate_sse(
        self,
        *,
        clip: FileInput | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format_container: OutputFormatContainer | Unset = UNSET,
        output_format_sample_rate: SampleRate | Unset = UNSET,
        output_format_encoding: None | RawEncoding | Unset = UNSET,
        output_format_bit_rate: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncEventStream[VoiceChangerSSEEvent]:
        """Change the voice of a recording, streamed as server-sent events.

        Turns a recording of speech into the same speech by another voice, and answers with
        server-sent events. Costs 15 credits for each second of the recording.

        Args:
            clip: The recording, as an audio file.
            voice_id: Id of the voice that speaks.
            output_format_container: Container of the result.
            output_format_sample_rate: Samples per second of the result, in Hz.
            output_format_encoding: How one sample is written; for raw and wav.
            output_format_bit_rate: Bits per second; for mp3.
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
        check(
            "POST /voice-changer/sse",
            ("clip", clip, "file | None"),
            ("voice_id", voice_id, "str | None"),
            ("output_format_container", output_format_container, "str | None"),
            ("output_format_sample_rate", output_format_sample_rate, "int | None"),
            ("output_format_encoding", output_format_encoding, "str | None"),
            ("output_format_bit_rate", output_format_bit_rate, "int | None"),
        )
        from .. import events
        from ..api.voice_changer import voice_changer_generate_sse as op

        return await self._session.events(
            op._get_kwargs(
                body=form_body(
                    {
                        "clip": clip,
                        "voice[id]": voice_id,
                        "output_format[container]": output_format_container,
                        "output_format[sample_rate]": output_format_sample_rate,
                        "output_format[encoding]": output_format_encoding,
                        "output_format[bit_rate]": output_format_bit_rate,
                    },
                    files=("clip",),
                )
            ),
            {
                "container": output_format_container,
                "sample_rate": output_format_sample_rate,
                "encoding": output_format_encoding,
                "bit_rate": output_format_bit_rate,
            },
            events.decode_voice_changer_sse_event,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    @deprecated("voice_changer.change_voice_sse() is called voice_changer.generate_sse() now")
    async def change_voice_sse(
        self,
        *,
        clip: FileInput | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format_container: OutputFormatContainer | Unset = UNSET,
        output_format_sample_rate: SampleRate | Unset = UNSET,
        output_format_encoding: None | RawEncoding | Unset = UNSET,
        output_format_bit_rate: int | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncEventStream[VoiceChangerSSEEvent]:
        """Change the voice of a recording, streamed as server-sent events. This is a former name of `generate_sse`, with its arguments."""
        warn_of_former_name("voice_changer.change_voice_sse", "voice_changer.generate_sse")
        return await self.generate_sse(
            clip=clip,
            voice_id=voice_id,
            output_format_container=output_format_container,
            output_format_sample_rate=output_format_sample_rate,
            output_format_encoding=output_format_encoding,
            output_format_bit_rate=output_format_bit_rate,
            timeout=timeout,
            total=total,
            max_retries=max_retries,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
        )


if TYPE_CHECKING:

    class VoiceChangerResourceWithRawResponse:
        """Methods of `client.voice_changer.with_raw_response`."""

        generate = RawBinaryMethod(VoiceChangerResource.generate)
        change_voice_bytes = RawBinaryMethod(VoiceChangerResource.generate)
        generate_sse = RawMethod(VoiceChangerResource.generate_sse)
        change_voice_sse = RawMethod(VoiceChangerResource.generate_sse)

    class VoiceChangerResourceWithStreamingResponse:
        """Methods of `client.voice_changer.with_streaming_response`."""

        generate = StreamingBinaryMethod(VoiceChangerResource.generate)
        change_voice_bytes = StreamingBinaryMethod(VoiceChangerResource.generate)
        generate_sse = StreamingMethod(VoiceChangerResource.generate_sse)
        change_voice_sse = StreamingMethod(VoiceChangerResource.generate_sse)

    class AsyncVoiceChangerResourceWithRawResponse:
        """Methods of `client.voice_changer.with_raw_response`."""

        generate = AsyncRawBinaryMethod(AsyncVoiceChangerResource.generate)
        change_voice_bytes = AsyncRawBinaryMethod(AsyncVoiceChangerResource.generate)
        generate_sse = AsyncRawMethod(AsyncVoiceChangerResource.generate_sse)
        change_voice_sse = AsyncRawMethod(AsyncVoiceChangerResource.generate_sse)

    class AsyncVoiceChangerResourceWithStreamingResponse:
        """Methods of `client.voice_changer.with_streaming_response`."""

        generate = AsyncStreamingBinaryMethod(AsyncVoiceChangerResource.generate)
        change_voice_bytes = AsyncStreamingBinaryMethod(AsyncVoiceChangerResource.generate)
        generate_sse = AsyncStreamingMethod(AsyncVoiceChangerResource.generate_sse)
        change_voice_sse = AsyncStreamingMethod(AsyncVoiceChangerResource.generate_sse)
