# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.pronunciation_dicts`."""

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
    from collections.abc import Mapping, Sequence

    import httpx

    from ..models.pronunciation_dict import PronunciationDict
    from ..models.pronunciation_dict_item import PronunciationDictItem
    from ..pages import AsyncPager, Page
    from ..params import PronunciationDictItemParam
    from ..raw_types import (
        AsyncRawMethod,
        AsyncStreamingMethod,
        RawMethod,
        StreamingMethod,
    )


class PronunciationDictsResource(Resource):
    """Methods of `client.pronunciation_dicts`."""

    @cached_property
    def with_raw_response(self) -> PronunciationDictsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: PronunciationDictsResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> PronunciationDictsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: PronunciationDictsResourceWithStreamingResponse = streaming_methods(self)
        return methods

    def list(
        self,
        *,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        ending_before: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Page[PronunciationDict]:
        """List pronunciation dictionaries.

        The caller's pronunciation dictionaries, a page at a time.

        Args:
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
            "GET /pronunciation-dicts/",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.pronunciation_dicts import pronunciation_dicts_list as op

        return self._session.pages(
            op._get_kwargs(limit=limit, starting_after=starting_after, ending_before=ending_before),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def create(
        self,
        *,
        name: str,
        items: Sequence[PronunciationDictItem | PronunciationDictItemParam | Mapping[str, str]]
        | None
        | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> PronunciationDict:
        """Make a pronunciation dictionary.

        Makes a dictionary that tells how words are spoken; requests for speech then name it by
        its id.

        Args:
            name: Name of the dictionary.
            items: Its entries.
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
        check("POST /pronunciation-dicts/", ("name", name, "str"), ("items", items, "list | None"))
        from ..api.pronunciation_dicts import pronunciation_dicts_create as op

        return self._session.call(
            op._get_kwargs(body=json_body({"name": name, "items": items})),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def retrieve(
        self,
        id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> PronunciationDict:
        """Look up a pronunciation dictionary.

        One dictionary with its entries. An unknown or malformed id is answered with 404.

        Args:
            id: Id of the dictionary.
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
        check("GET /pronunciation-dicts/{id}", ("id", id, "id"))
        from ..api.pronunciation_dicts import pronunciation_dicts_retrieve as op

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
        """Delete a pronunciation dictionary.

        Deletes a dictionary.

        Args:
            id: Id of the dictionary.
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
        check("DELETE /pronunciation-dicts/{id}", ("id", id, "id"))
        from ..api.pronunciation_dicts import pronunciation_dicts_delete as op

        return self._session.nothing(
            op._get_kwargs(id=to_json(id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def update(
        self,
        id: str,
        *,
        name: None | str | Unset = UNSET,
        items: Sequence[PronunciationDictItem | PronunciationDictItemParam | Mapping[str, str]]
        | None
        | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> PronunciationDict:
        """Change a pronunciation dictionary.

        Changes the name or the entries of a dictionary, whichever is given.

        Args:
            id: Id of the dictionary.
            name: New name.
            items: New entries, in place of all old ones.
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
            "PATCH /pronunciation-dicts/{id}",
            ("id", id, "id"),
            ("name", name, "str | None"),
            ("items", items, "list | None"),
        )
        from ..api.pronunciation_dicts import pronunciation_dicts_update as op

        return self._session.call(
            op._get_kwargs(id=to_json(id), body=json_body({"name": name, "items": items})),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncPronunciationDictsResource(AsyncResource):
    """Methods of `client.pronunciation_dicts`."""

    @cached_property
    def with_raw_response(self) -> AsyncPronunciationDictsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncPronunciationDictsResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncPronunciationDictsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncPronunciationDictsResourceWithStreamingResponse = async_streaming_methods(
            self
        )
        return methods

    def list(
        self,
        *,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        ending_before: None | str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncPager[PronunciationDict]:
        """List pronunciation dictionaries.

        The caller's pronunciation dictionaries, a page at a time.

        Args:
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
            "GET /pronunciation-dicts/",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.pronunciation_dicts import pronunciation_dicts_list as op

        return self._session.pages(
            op._get_kwargs(limit=limit, starting_after=starting_after, ending_before=ending_before),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def create(
        self,
        *,
        name: str,
        items: Sequence[PronunciationDictItem | PronunciationDictItemParam | Mapping[str, str]]
        | None
        | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> PronunciationDict:
        """Make a pronunciation dictionary.

        Makes a dictionary that tells how words are spoken; requests for speech then name it by
        its id.

        Args:
            name: Name of the dictionary.
            items: Its entries.
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
        check("POST /pronunciation-dicts/", ("name", name, "str"), ("items", items, "list | None"))
        from ..api.pronunciation_dicts import pronunciation_dicts_create as op

        return await self._session.call(
            op._get_kwargs(body=json_body({"name": name, "items": items})),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def retrieve(
        self,
        id: str,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> PronunciationDict:
        """Look up a pronunciation dictionary.

        One dictionary with its entries. An unknown or malformed id is answered with 404.

        Args:
            id: Id of the dictionary.
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
        check("GET /pronunciation-dicts/{id}", ("id", id, "id"))
        from ..api.pronunciation_dicts import pronunciation_dicts_retrieve as op

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
        """Delete a pronunciation dictionary.

        Deletes a dictionary.

        Args:
            id: Id of the dictionary.
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
        check("DELETE /pronunciation-dicts/{id}", ("id", id, "id"))
        from ..api.pronunciation_dicts import pronunciation_dicts_delete as op

        return await self._session.nothing(
            op._get_kwargs(id=to_json(id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def update(
        self,
        id: str,
        *,
        name: None | str | Unset = UNSET,
        items: Sequence[PronunciationDictItem | PronunciationDictItemParam | Mapping[str, str]]
        | None
        | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> PronunciationDict:
        """Change a pronunciation dictionary.

        Changes the name or the entries of a dictionary, whichever is given.

        Args:
            id: Id of the dictionary.
            name: New name.
            items: New entries, in place of all old ones.
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
            "PATCH /pronunciation-dicts/{id}",
            ("id", id, "id"),
            ("name", name, "str | None"),
            ("items", items, "list | None"),
        )
        from ..api.pronunciation_dicts import pronunciation_dicts_update as op

        return await self._session.call(
            op._get_kwargs(id=to_json(id), body=json_body({"name": name, "items": items})),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class PronunciationDictsResourceWithRawResponse:
        """Methods of `client.pronunciation_dicts.with_raw_response`."""

        list = RawMethod(PronunciationDictsResource.list)
        create = RawMethod(PronunciationDictsResource.create)
        retrieve = RawMethod(PronunciationDictsResource.retrieve)
        delete = RawMethod(PronunciationDictsResource.delete)
        update = RawMethod(PronunciationDictsResource.update)

    class PronunciationDictsResourceWithStreamingResponse:
        """Methods of `client.pronunciation_dicts.with_streaming_response`."""

        list = StreamingMethod(PronunciationDictsResource.list)
        create = StreamingMethod(PronunciationDictsResource.create)
        retrieve = StreamingMethod(PronunciationDictsResource.retrieve)
        delete = StreamingMethod(PronunciationDictsResource.delete)
        update = StreamingMethod(PronunciationDictsResource.update)

    class AsyncPronunciationDictsResourceWithRawResponse:
        """Methods of `client.pronunciation_dicts.with_raw_response`."""

        list = AsyncRawMethod(AsyncPronunciationDictsResource.list)
        create = AsyncRawMethod(AsyncPronunciationDictsResource.create)
        retrieve = AsyncRawMethod(AsyncPronunciationDictsResource.retrieve)
        delete = AsyncRawMethod(AsyncPronunciationDictsResource.delete)
        update = AsyncRawMethod(AsyncPronunciationDictsResource.update)

    class AsyncPronunciationDictsResourceWithStreamingResponse:
        """Methods of `client.pronunciation_dicts.with_streaming_response`."""

        list = AsyncStreamingMethod(AsyncPronunciationDictsResource.list)
        create = AsyncStreamingMethod(AsyncPronunciationDictsResource.create)
        retrieve = AsyncStreamingMethod(AsyncPronunciationDictsResource.retrieve)
        delete = AsyncStreamingMethod(AsyncPronunciationDictsResource.delete)
        update = AsyncStreamingMethod(AsyncPronunciationDictsResource.update)
