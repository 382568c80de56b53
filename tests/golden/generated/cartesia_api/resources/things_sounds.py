# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.things.sounds`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..arguments import check
from ..bodies import json_body, to_json
from ..deprecation import warn_of_deprecated
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

    from ..models.style import Style
    from ..params import StyleParam
    from ..raw_types import (
        AsyncRawBinaryMethod,
        AsyncStreamingBinaryMethod,
        RawBinaryMethod,
        StreamingBinaryMethod,
    )


class ThingsSoundsResource(Resource):
    """Methods of `client.things.sounds`."""

    @cached_property
    def with_raw_response(self) -> ThingsSoundsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: ThingsSoundsResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> ThingsSoundsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: ThingsSoundsResourceWithStreamingResponse = streaming_methods(self)
        return methods

    def make(
        self,
        id: str,
        *,
        pitch: int,
        style: Style | StyleParam | Unset = UNSET,
        volume: float | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Let a thing sound.

        The sound of a thing.

        Args:
            id: Id of a thing.
            pitch: Height (1 to 9; the service's default is 4).
            style: Manner.
            volume: Loudness (the service's default is 1.5; deprecated).
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
            "POST /things/{id}/sound",
            ("id", id, "id"),
            ("pitch", pitch, "int"),
            ("style", style, "dict | None"),
            ("volume", volume, "float | None"),
        )
        warn_of_deprecated("things.sounds.make()", False, (("volume", volume, True),))
        from ..api.things_sounds import things_sounds_make as op

        return self._session.read(
            op._get_kwargs(
                id=to_json(id),
                body=json_body(
                    {"pitch": pitch, "style": style, "volume": volume},
                    keys={"style": {"kind": True, "mood": False}},
                ),
            ),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def make_stream(
        self,
        id: str,
        *,
        pitch: int,
        style: Style | StyleParam | Unset = UNSET,
        volume: float | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AudioStream:
        """Let a thing sound, a chunk at a time.

        Return a context manager; iterate over it to read the audio in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        The sound of a thing.

        Args:
            id: Id of a thing.
            pitch: Height (1 to 9; the service's default is 4).
            style: Manner.
            volume: Loudness (the service's default is 1.5; deprecated).
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
            "POST /things/{id}/sound",
            ("id", id, "id"),
            ("pitch", pitch, "int"),
            ("style", style, "dict | None"),
            ("volume", volume, "float | None"),
        )
        warn_of_deprecated("things.sounds.make()", False, (("volume", volume, True),))
        from ..api.things_sounds import things_sounds_make as op

        return self._session.stream(
            op._get_kwargs(
                id=to_json(id),
                body=json_body(
                    {"pitch": pitch, "style": style, "volume": volume},
                    keys={"style": {"kind": True, "mood": False}},
                ),
            ),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    @deprecated("things.sounds.play() is called things.sounds.make() now")
    def play(
        self,
        id: str,
        *,
        pitch: int,
        style: Style | StyleParam | Unset = UNSET,
        volume: float | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Let a thing sound. This is a former name of `make`, with its arguments."""
        warn_of_former_name("things.sounds.play", "things.sounds.make")
        return self.make(
            id,
            pitch=pitch,
            style=style,
            volume=volume,
            timeout=timeout,
            total=total,
            max_retries=max_retries,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
        )


class AsyncThingsSoundsResource(AsyncResource):
    """Methods of `client.things.sounds`."""

    @cached_property
    def with_raw_response(self) -> AsyncThingsSoundsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncThingsSoundsResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncThingsSoundsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncThingsSoundsResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

    async def make(
        self,
        id: str,
        *,
        pitch: int,
        style: Style | StyleParam | Unset = UNSET,
        volume: float | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Let a thing sound.

        The sound of a thing.

        Args:
            id: Id of a thing.
            pitch: Height (1 to 9; the service's default is 4).
            style: Manner.
            volume: Loudness (the service's default is 1.5; deprecated).
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
            "POST /things/{id}/sound",
            ("id", id, "id"),
            ("pitch", pitch, "int"),
            ("style", style, "dict | None"),
            ("volume", volume, "float | None"),
        )
        warn_of_deprecated("things.sounds.make()", False, (("volume", volume, True),))
        from ..api.things_sounds import things_sounds_make as op

        return await self._session.read(
            op._get_kwargs(
                id=to_json(id),
                body=json_body(
                    {"pitch": pitch, "style": style, "volume": volume},
                    keys={"style": {"kind": True, "mood": False}},
                ),
            ),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def make_stream(
        self,
        id: str,
        *,
        pitch: int,
        style: Style | StyleParam | Unset = UNSET,
        volume: float | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncAudioStream:
        """Let a thing sound, a chunk at a time.

        Return a context manager; iterate over it to read the audio in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        The sound of a thing.

        Args:
            id: Id of a thing.
            pitch: Height (1 to 9; the service's default is 4).
            style: Manner.
            volume: Loudness (the service's default is 1.5; deprecated).
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
            "POST /things/{id}/sound",
            ("id", id, "id"),
            ("pitch", pitch, "int"),
            ("style", style, "dict | None"),
            ("volume", volume, "float | None"),
        )
        warn_of_deprecated("things.sounds.make()", False, (("volume", volume, True),))
        from ..api.things_sounds import things_sounds_make as op

        return self._session.stream(
            op._get_kwargs(
                id=to_json(id),
                body=json_body(
                    {"pitch": pitch, "style": style, "volume": volume},
                    keys={"style": {"kind": True, "mood": False}},
                ),
            ),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    @deprecated("things.sounds.play() is called things.sounds.make() now")
    async def play(
        self,
        id: str,
        *,
        pitch: int,
        style: Style | StyleParam | Unset = UNSET,
        volume: float | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Let a thing sound. This is a former name of `make`, with its arguments."""
        warn_of_former_name("things.sounds.play", "things.sounds.make")
        return await self.make(
            id,
            pitch=pitch,
            style=style,
            volume=volume,
            timeout=timeout,
            total=total,
            max_retries=max_retries,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
        )


if TYPE_CHECKING:

    class ThingsSoundsResourceWithRawResponse:
        """Methods of `client.things.sounds.with_raw_response`."""

        make = RawBinaryMethod(ThingsSoundsResource.make)
        play = RawBinaryMethod(ThingsSoundsResource.make)

    class ThingsSoundsResourceWithStreamingResponse:
        """Methods of `client.things.sounds.with_streaming_response`."""

        make = StreamingBinaryMethod(ThingsSoundsResource.make)
        play = StreamingBinaryMethod(ThingsSoundsResource.make)

    class AsyncThingsSoundsResourceWithRawResponse:
        """Methods of `client.things.sounds.with_raw_response`."""

        make = AsyncRawBinaryMethod(AsyncThingsSoundsResource.make)
        play = AsyncRawBinaryMethod(AsyncThingsSoundsResource.make)

    class AsyncThingsSoundsResourceWithStreamingResponse:
        """Methods of `client.things.sounds.with_streaming_response`."""

        make = AsyncStreamingBinaryMethod(AsyncThingsSoundsResource.make)
        play = AsyncStreamingBinaryMethod(AsyncThingsSoundsResource.make)
