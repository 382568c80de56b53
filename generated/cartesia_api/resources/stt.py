# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.stt`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..arguments import check
from ..bodies import form_body
from ..files import FileInput
from ..options import CallOptions
from ..raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ..resource import AsyncResource, Resource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import httpx

    from ..models.stt_batch_model import STTBatchModel
    from ..models.stt_encoding import STTEncoding
    from ..models.stt_language import STTLanguage
    from ..models.timestamp_granularity import TimestampGranularity
    from ..models.transcription_response import TranscriptionResponse
    from ..raw_types import (
        AsyncRawMethod,
        AsyncStreamingMethod,
        RawMethod,
        StreamingMethod,
    )
    from .stt_auto_finalize import AsyncSttAutoFinalizeResource, SttAutoFinalizeResource
    from .stt_manual_finalize import AsyncSttManualFinalizeResource, SttManualFinalizeResource


class SttResource(Resource):
    """Methods of `client.stt`."""

    @cached_property
    def manual_finalize(self) -> SttManualFinalizeResource:
        """Live transcription in which the client ends each utterance."""
        from .stt_manual_finalize import SttManualFinalizeResource

        return SttManualFinalizeResource(self._session)

    @cached_property
    def auto_finalize(self) -> SttAutoFinalizeResource:
        """Live transcription in which the service detects the turns of the speaker."""
        from .stt_auto_finalize import SttAutoFinalizeResource

        return SttAutoFinalizeResource(self._session)

    @cached_property
    def with_raw_response(self) -> SttResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: SttResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> SttResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: SttResourceWithStreamingResponse = streaming_methods(self)
        return methods

    def transcribe(
        self,
        *,
        file: FileInput,
        model: str | STTBatchModel,
        encoding: None | STTEncoding | Unset = UNSET,
        sample_rate: int | None | Unset = UNSET,
        language: STTLanguage | Unset = UNSET,
        timestamp_granularities: Sequence[TimestampGranularity] | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> TranscriptionResponse:
        """Turn a recording into text.

        Transcribes an audio file of any length, up to 2 GB. Formats: flac, m4a, mp3, mp4, mpeg,
        mpga, oga, ogg, wav, webm; raw audio with `encoding` and `sample_rate`. Costs a credit for
        two seconds.

        Args:
            file: The recording.
            model: Model that listens.
            encoding: How one sample is written; only for audio without a header.
            sample_rate: Samples per second, in Hz; only for audio without a header.
            language: Language that is spoken (the service's default is en).
            timestamp_granularities: What to give times for.
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
            "POST /stt",
            ("encoding", encoding, "str | None"),
            ("sample_rate", sample_rate, "int | None"),
            ("file", file, "file"),
            ("model", model, "str"),
            ("language", language, "str | None"),
            ("timestamp_granularities", timestamp_granularities, "list | None"),
        )
        from ..api.stt import stt_transcribe as op

        return self._session.call(
            op._get_kwargs(
                encoding=encoding,
                sample_rate=sample_rate,
                body=form_body(
                    {
                        "file": file,
                        "model": model,
                        "language": language,
                        "timestamp_granularities[]": timestamp_granularities,
                    },
                    files=("file",),
                ),
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncSttResource(AsyncResource):
    """Methods of `client.stt`."""

    @cached_property
    def manual_finalize(self) -> AsyncSttManualFinalizeResource:
        """Live transcription in which the client ends each utterance."""
        from .stt_manual_finalize import AsyncSttManualFinalizeResource

        return AsyncSttManualFinalizeResource(self._session)

    @cached_property
    def auto_finalize(self) -> AsyncSttAutoFinalizeResource:
        """Live transcription in which the service detects the turns of the speaker."""
        from .stt_auto_finalize import AsyncSttAutoFinalizeResource

        return AsyncSttAutoFinalizeResource(self._session)

    @cached_property
    def with_raw_response(self) -> AsyncSttResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncSttResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncSttResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncSttResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

    async def transcribe(
        self,
        *,
        file: FileInput,
        model: str | STTBatchModel,
        encoding: None | STTEncoding | Unset = UNSET,
        sample_rate: int | None | Unset = UNSET,
        language: STTLanguage | Unset = UNSET,
        timestamp_granularities: Sequence[TimestampGranularity] | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> TranscriptionResponse:
        """Turn a recording into text.

        Transcribes an audio file of any length, up to 2 GB. Formats: flac, m4a, mp3, mp4, mpeg,
        mpga, oga, ogg, wav, webm; raw audio with `encoding` and `sample_rate`. Costs a credit for
        two seconds.

        Args:
            file: The recording.
            model: Model that listens.
            encoding: How one sample is written; only for audio without a header.
            sample_rate: Samples per second, in Hz; only for audio without a header.
            language: Language that is spoken (the service's default is en).
            timestamp_granularities: What to give times for.
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
            "POST /stt",
            ("encoding", encoding, "str | None"),
            ("sample_rate", sample_rate, "int | None"),
            ("file", file, "file"),
            ("model", model, "str"),
            ("language", language, "str | None"),
            ("timestamp_granularities", timestamp_granularities, "list | None"),
        )
        from ..api.stt import stt_transcribe as op

        return await self._session.call(
            op._get_kwargs(
                encoding=encoding,
                sample_rate=sample_rate,
                body=form_body(
                    {
                        "file": file,
                        "model": model,
                        "language": language,
                        "timestamp_granularities[]": timestamp_granularities,
                    },
                    files=("file",),
                ),
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class SttResourceWithRawResponse:
        """Methods of `client.stt.with_raw_response`."""

        transcribe = RawMethod(SttResource.transcribe)

    class SttResourceWithStreamingResponse:
        """Methods of `client.stt.with_streaming_response`."""

        transcribe = StreamingMethod(SttResource.transcribe)

    class AsyncSttResourceWithRawResponse:
        """Methods of `client.stt.with_raw_response`."""

        transcribe = AsyncRawMethod(AsyncSttResource.transcribe)

    class AsyncSttResourceWithStreamingResponse:
        """Methods of `client.stt.with_streaming_response`."""

        transcribe = AsyncStreamingMethod(AsyncSttResource.transcribe)
