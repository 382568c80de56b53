# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.things`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..arguments import check
from ..bodies import form_body, to_json
from ..files import FileInput
from ..options import CallOptions
from ..raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ..resource import AsyncResource, Resource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping, Sequence

    import httpx
    from cartesia_client.audio.stream import AsyncAudioStream, AudioStream
    from cartesia_client.http.event_stream import AsyncEventStream, EventStream

    from ..events import ThingEvent
    from ..models.thing import Thing
    from ..pages import AsyncPager, Page
    from ..raw_types import (
        AsyncRawMethod,
        AsyncStreamingMethod,
        RawMethod,
        StreamingMethod,
    )
    from . import things_sounds as _things_sounds
    from .things_sounds import AsyncThingsSoundsResource, ThingsSoundsResource


class ThingsResource(Resource):
    """Methods of `client.things`."""

    @cached_property
    def sounds(self) -> ThingsSoundsResource:
        """Sounds that things make."""
        from .things_sounds import ThingsSoundsResource

        return ThingsSoundsResource(self._session)

    @cached_property
    def with_raw_response(self) -> ThingsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: ThingsResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> ThingsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: ThingsResourceWithStreamingResponse = streaming_methods(self)
        return methods

    def list(
        self,
        *,
        limit: int | Unset = UNSET,
        starting_after: str | Unset = UNSET,
        expand: builtins.list[str] | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Page[Thing]:
        """List things.

        Things, a page at a time.

        Args:
            limit: Page size (1 to 9; the service's default is 5).
            starting_after: Cursor.
            expand: Extra fields.
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
            "GET /things",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("expand", expand, "list | None"),
        )
        from ..api.things import things_list as op

        return self._session.pages(
            op._get_kwargs(limit=limit, starting_after=starting_after, expand=expand),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def get(
        self,
        id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Thing:
        """Look up a thing.

        One thing.

        Args:
            id: Id of a thing.
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
        check("GET /things/{id}", ("id", id, "id"))
        from ..api.things import things_get as op

        return self._session.call(
            op._get_kwargs(id=to_json(id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def delete(
        self,
        id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Delete a thing.

        It is gone.

        Args:
            id: Id of a thing.
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
        check("DELETE /things/{id}", ("id", id, "id"))
        from ..api.things import things_delete as op

        return self._session.nothing(
            op._get_kwargs(id=to_json(id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def remove_part(
        self,
        part_id: str,
        *,
        id: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Remove a part of a thing.

        The last parameter of the path comes first.

        Args:
            id: Id of a thing.
            part_id: Id of a part.
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
        check("DELETE /things/{id}/parts/{partID}", ("id", id, "id"), ("part_id", part_id, "id"))
        from ..api.things import things_remove_part as op

        return self._session.nothing(
            op._get_kwargs(id=to_json(id), part_id=to_json(part_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def draw(
        self,
        id: str,
        *,
        picture: FileInput | Unset = UNSET,
        style_kind: str | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Draw a thing.

        A form with a file.

        Args:
            id: Id of a thing.
            picture: The picture.
            style_kind: Manner.
            tags: Words.
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
            "POST /things/{id}/picture",
            ("id", id, "id"),
            ("picture", picture, "file | None"),
            ("style_kind", style_kind, "str | None"),
            ("tags", tags, "list | None"),
        )
        from ..api.things import things_draw as op

        return self._session.nothing(
            op._get_kwargs(
                id=to_json(id),
                body=form_body(
                    {"picture": picture, "style[kind]": style_kind, "tags[]": tags},
                    files=("picture",),
                ),
            ),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def watch(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> EventStream[ThingEvent]:
        """Watch things.

        Events, as they happen.

        Args:
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
        from .. import events
        from ..api.things import things_watch as op

        return self._session.events(
            op._get_kwargs(),
            None,
            events.decode_thing_event,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def export(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> str:
        """Export things.

        A table.

        Args:
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
        from ..api.things import things_export as op

        return self._session.text(
            op._get_kwargs(),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def export_stream(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AudioStream:
        """Export things, a chunk at a time.

        Return a context manager; iterate over it to read the content in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        A table.

        Args:
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
        from ..api.things import things_export as op

        return self._session.stream(
            op._get_kwargs(),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncThingsResource(AsyncResource):
    """Methods of `client.things`."""

    @cached_property
    def sounds(self) -> AsyncThingsSoundsResource:
        """Sounds that things make."""
        from .things_sounds import AsyncThingsSoundsResource

        return AsyncThingsSoundsResource(self._session)

    @cached_property
    def with_raw_response(self) -> AsyncThingsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncThingsResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncThingsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncThingsResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

    def list(
        self,
        *,
        limit: int | Unset = UNSET,
        starting_after: str | Unset = UNSET,
        expand: builtins.list[str] | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncPager[Thing]:
        """List things.

        Things, a page at a time.

        Args:
            limit: Page size (1 to 9; the service's default is 5).
            starting_after: Cursor.
            expand: Extra fields.
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
            "GET /things",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("expand", expand, "list | None"),
        )
        from ..api.things import things_list as op

        return self._session.pages(
            op._get_kwargs(limit=limit, starting_after=starting_after, expand=expand),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def get(
        self,
        id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Thing:
        """Look up a thing.

        One thing.

        Args:
            id: Id of a thing.
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
        check("GET /things/{id}", ("id", id, "id"))
        from ..api.things import things_get as op

        return await self._session.call(
            op._get_kwargs(id=to_json(id)),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def delete(
        self,
        id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Delete a thing.

        It is gone.

        Args:
            id: Id of a thing.
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
        check("DELETE /things/{id}", ("id", id, "id"))
        from ..api.things import things_delete as op

        return await self._session.nothing(
            op._get_kwargs(id=to_json(id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def remove_part(
        self,
        part_id: str,
        *,
        id: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Remove a part of a thing.

        The last parameter of the path comes first.

        Args:
            id: Id of a thing.
            part_id: Id of a part.
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
        check("DELETE /things/{id}/parts/{partID}", ("id", id, "id"), ("part_id", part_id, "id"))
        from ..api.things import things_remove_part as op

        return await self._session.nothing(
            op._get_kwargs(id=to_json(id), part_id=to_json(part_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def draw(
        self,
        id: str,
        *,
        picture: FileInput | Unset = UNSET,
        style_kind: str | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Draw a thing.

        A form with a file.

        Args:
            id: Id of a thing.
            picture: The picture.
            style_kind: Manner.
            tags: Words.
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
            "POST /things/{id}/picture",
            ("id", id, "id"),
            ("picture", picture, "file | None"),
            ("style_kind", style_kind, "str | None"),
            ("tags", tags, "list | None"),
        )
        from ..api.things import things_draw as op

        return await self._session.nothing(
            op._get_kwargs(
                id=to_json(id),
                body=form_body(
                    {"picture": picture, "style[kind]": style_kind, "tags[]": tags},
                    files=("picture",),
                ),
            ),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def watch(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncEventStream[ThingEvent]:
        """Watch things.

        Events, as they happen.

        Args:
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
        from .. import events
        from ..api.things import things_watch as op

        return await self._session.events(
            op._get_kwargs(),
            None,
            events.decode_thing_event,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def export(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> str:
        """Export things.

        A table.

        Args:
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
        from ..api.things import things_export as op

        return await self._session.text(
            op._get_kwargs(),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def export_stream(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncAudioStream:
        """Export things, a chunk at a time.

        Return a context manager; iterate over it to read the content in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        A table.

        Args:
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
        from ..api.things import things_export as op

        return self._session.stream(
            op._get_kwargs(),
            None,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class ThingsResourceWithRawResponse:
        """Methods of `client.things.with_raw_response`."""

        sounds: _things_sounds.ThingsSoundsResourceWithRawResponse
        list = RawMethod(ThingsResource.list)
        get = RawMethod(ThingsResource.get)
        delete = RawMethod(ThingsResource.delete)
        remove_part = RawMethod(ThingsResource.remove_part)
        draw = RawMethod(ThingsResource.draw)
        watch = RawMethod(ThingsResource.watch)
        export = RawMethod(ThingsResource.export)

    class ThingsResourceWithStreamingResponse:
        """Methods of `client.things.with_streaming_response`."""

        sounds: _things_sounds.ThingsSoundsResourceWithStreamingResponse
        list = StreamingMethod(ThingsResource.list)
        get = StreamingMethod(ThingsResource.get)
        delete = StreamingMethod(ThingsResource.delete)
        remove_part = StreamingMethod(ThingsResource.remove_part)
        draw = StreamingMethod(ThingsResource.draw)
        watch = StreamingMethod(ThingsResource.watch)
        export = StreamingMethod(ThingsResource.export)

    class AsyncThingsResourceWithRawResponse:
        """Methods of `client.things.with_raw_response`."""

        sounds: _things_sounds.AsyncThingsSoundsResourceWithRawResponse
        list = AsyncRawMethod(AsyncThingsResource.list)
        get = AsyncRawMethod(AsyncThingsResource.get)
        delete = AsyncRawMethod(AsyncThingsResource.delete)
        remove_part = AsyncRawMethod(AsyncThingsResource.remove_part)
        draw = AsyncRawMethod(AsyncThingsResource.draw)
        watch = AsyncRawMethod(AsyncThingsResource.watch)
        export = AsyncRawMethod(AsyncThingsResource.export)

    class AsyncThingsResourceWithStreamingResponse:
        """Methods of `client.things.with_streaming_response`."""

        sounds: _things_sounds.AsyncThingsSoundsResourceWithStreamingResponse
        list = AsyncStreamingMethod(AsyncThingsResource.list)
        get = AsyncStreamingMethod(AsyncThingsResource.get)
        delete = AsyncStreamingMethod(AsyncThingsResource.delete)
        remove_part = AsyncStreamingMethod(AsyncThingsResource.remove_part)
        draw = AsyncStreamingMethod(AsyncThingsResource.draw)
        watch = AsyncStreamingMethod(AsyncThingsResource.watch)
        export = AsyncStreamingMethod(AsyncThingsResource.export)
