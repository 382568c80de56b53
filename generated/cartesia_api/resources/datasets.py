# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.datasets`."""

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

    from ..models.dataset import Dataset
    from ..pages import AsyncPager, Page
    from ..raw_types import (
        AsyncRawMethod,
        AsyncStreamingMethod,
        RawMethod,
        StreamingMethod,
    )
    from . import datasets_files as _datasets_files
    from .datasets_files import AsyncDatasetsFilesResource, DatasetsFilesResource


class DatasetsResource(Resource):
    """Methods of `client.datasets`."""

    @cached_property
    def files(self) -> DatasetsFilesResource:
        """The files of a dataset."""
        from .datasets_files import DatasetsFilesResource

        return DatasetsFilesResource(self._session)

    @cached_property
    def with_raw_response(self) -> DatasetsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: DatasetsResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> DatasetsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: DatasetsResourceWithStreamingResponse = streaming_methods(self)
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
    ) -> Page[Dataset]:
        """List datasets.

        The caller's datasets, a page at a time.

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
            "GET /datasets/",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.datasets import datasets_list as op

        return self._session.pages(
            op._get_kwargs(limit=limit, starting_after=starting_after, ending_before=ending_before),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def create(
        self,
        *,
        name: str,
        description: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Dataset:
        """Make a dataset.

        Makes an empty dataset, a collection of recordings to train a voice with.

        Args:
            name: Name of the dataset.
            description: What is in it.
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
        check("POST /datasets/", ("name", name, "str"), ("description", description, "str"))
        from ..api.datasets import datasets_create as op

        return self._session.call(
            op._get_kwargs(body=json_body({"name": name, "description": description})),
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
    ) -> Dataset:
        """Look up a dataset.

        One dataset.

        Args:
            id: Id of the dataset.
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
        check("GET /datasets/{id}", ("id", id, "id"))
        from ..api.datasets import datasets_retrieve as op

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
        """Delete a dataset.

        Deletes a dataset.

        Args:
            id: Id of the dataset.
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
        check("DELETE /datasets/{id}", ("id", id, "id"))
        from ..api.datasets import datasets_delete as op

        return self._session.nothing(
            op._get_kwargs(id=to_json(id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def update(
        self,
        id: str,
        *,
        name: str,
        description: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Rename a dataset.

        Replaces name and description of a dataset; both must be given.

        Args:
            id: Id of the dataset.
            name: New name.
            description: New description.
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
            "PATCH /datasets/{id}",
            ("id", id, "id"),
            ("name", name, "str"),
            ("description", description, "str"),
        )
        from ..api.datasets import datasets_update as op

        return self._session.nothing(
            op._get_kwargs(
                id=to_json(id), body=json_body({"name": name, "description": description})
            ),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncDatasetsResource(AsyncResource):
    """Methods of `client.datasets`."""

    @cached_property
    def files(self) -> AsyncDatasetsFilesResource:
        """The files of a dataset."""
        from .datasets_files import AsyncDatasetsFilesResource

        return AsyncDatasetsFilesResource(self._session)

    @cached_property
    def with_raw_response(self) -> AsyncDatasetsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncDatasetsResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncDatasetsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncDatasetsResourceWithStreamingResponse = async_streaming_methods(self)
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
    ) -> AsyncPager[Dataset]:
        """List datasets.

        The caller's datasets, a page at a time.

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
            "GET /datasets/",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.datasets import datasets_list as op

        return self._session.pages(
            op._get_kwargs(limit=limit, starting_after=starting_after, ending_before=ending_before),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def create(
        self,
        *,
        name: str,
        description: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Dataset:
        """Make a dataset.

        Makes an empty dataset, a collection of recordings to train a voice with.

        Args:
            name: Name of the dataset.
            description: What is in it.
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
        check("POST /datasets/", ("name", name, "str"), ("description", description, "str"))
        from ..api.datasets import datasets_create as op

        return await self._session.call(
            op._get_kwargs(body=json_body({"name": name, "description": description})),
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
    ) -> Dataset:
        """Look up a dataset.

        One dataset.

        Args:
            id: Id of the dataset.
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
        check("GET /datasets/{id}", ("id", id, "id"))
        from ..api.datasets import datasets_retrieve as op

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
        """Delete a dataset.

        Deletes a dataset.

        Args:
            id: Id of the dataset.
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
        check("DELETE /datasets/{id}", ("id", id, "id"))
        from ..api.datasets import datasets_delete as op

        return await self._session.nothing(
            op._get_kwargs(id=to_json(id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def update(
        self,
        id: str,
        *,
        name: str,
        description: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Rename a dataset.

        Replaces name and description of a dataset; both must be given.

        Args:
            id: Id of the dataset.
            name: New name.
            description: New description.
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
            "PATCH /datasets/{id}",
            ("id", id, "id"),
            ("name", name, "str"),
            ("description", description, "str"),
        )
        from ..api.datasets import datasets_update as op

        return await self._session.nothing(
            op._get_kwargs(
                id=to_json(id), body=json_body({"name": name, "description": description})
            ),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class DatasetsResourceWithRawResponse:
        """Methods of `client.datasets.with_raw_response`."""

        files: _datasets_files.DatasetsFilesResourceWithRawResponse
        list = RawMethod(DatasetsResource.list)
        create = RawMethod(DatasetsResource.create)
        retrieve = RawMethod(DatasetsResource.retrieve)
        delete = RawMethod(DatasetsResource.delete)
        update = RawMethod(DatasetsResource.update)

    class DatasetsResourceWithStreamingResponse:
        """Methods of `client.datasets.with_streaming_response`."""

        files: _datasets_files.DatasetsFilesResourceWithStreamingResponse
        list = StreamingMethod(DatasetsResource.list)
        create = StreamingMethod(DatasetsResource.create)
        retrieve = StreamingMethod(DatasetsResource.retrieve)
        delete = StreamingMethod(DatasetsResource.delete)
        update = StreamingMethod(DatasetsResource.update)

    class AsyncDatasetsResourceWithRawResponse:
        """Methods of `client.datasets.with_raw_response`."""

        files: _datasets_files.AsyncDatasetsFilesResourceWithRawResponse
        list = AsyncRawMethod(AsyncDatasetsResource.list)
        create = AsyncRawMethod(AsyncDatasetsResource.create)
        retrieve = AsyncRawMethod(AsyncDatasetsResource.retrieve)
        delete = AsyncRawMethod(AsyncDatasetsResource.delete)
        update = AsyncRawMethod(AsyncDatasetsResource.update)

    class AsyncDatasetsResourceWithStreamingResponse:
        """Methods of `client.datasets.with_streaming_response`."""

        files: _datasets_files.AsyncDatasetsFilesResourceWithStreamingResponse
        list = AsyncStreamingMethod(AsyncDatasetsResource.list)
        create = AsyncStreamingMethod(AsyncDatasetsResource.create)
        retrieve = AsyncStreamingMethod(AsyncDatasetsResource.retrieve)
        delete = AsyncStreamingMethod(AsyncDatasetsResource.delete)
        update = AsyncStreamingMethod(AsyncDatasetsResource.update)
