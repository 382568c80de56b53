# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.datasets.files`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...arguments import check
from ...bodies import form_body, to_json
from ...files import FileInput
from ...options import CallOptions
from ...raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ...resource import AsyncResource, Resource
from ...types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.dataset_file import DatasetFile
    from ...pages import AsyncPager, Page
    from ...raw_types import AsyncRawMethod, AsyncStreamingMethod, RawMethod, StreamingMethod


class DatasetsFilesResource(Resource):
    """Methods of `client.datasets.files`."""

    @cached_property
    def with_raw_response(self) -> DatasetsFilesResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: DatasetsFilesResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> DatasetsFilesResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: DatasetsFilesResourceWithStreamingResponse = streaming_methods(self)
        return methods

    def list(
        self,
        id: str,
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
    ) -> Page[DatasetFile]:
        """List the files of a dataset."""
        check(
            "GET /datasets/{id}/files",
            ("id", id, "id"),
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.datasets_files import datasets_files_list as op

        return self._session.pages(
            op._get_kwargs(
                id=to_json(id),
                limit=limit,
                starting_after=starting_after,
                ending_before=ending_before,
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def upload(
        self,
        id: str,
        *,
        file: FileInput | Unset = UNSET,
        purpose: str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Add a file to a dataset."""
        check(
            "POST /datasets/{id}/files",
            ("id", id, "id"),
            ("file", file, "file | None"),
            ("purpose", purpose, "str | None"),
        )
        from ...api.datasets_files import datasets_files_upload as op

        return self._session.nothing(
            op._get_kwargs(
                id=to_json(id), body=form_body({"file": file, "purpose": purpose}, files=("file",))
            ),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def delete(
        self,
        file_id: str,
        *,
        id: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Remove a file from a dataset."""
        check("DELETE /datasets/{id}/files/{fileID}", ("id", id, "id"), ("file_id", file_id, "id"))
        from ...api.datasets_files import datasets_files_delete as op

        return self._session.nothing(
            op._get_kwargs(id=to_json(id), file_id=to_json(file_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncDatasetsFilesResource(AsyncResource):
    """Methods of `client.datasets.files`."""

    @cached_property
    def with_raw_response(self) -> AsyncDatasetsFilesResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncDatasetsFilesResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncDatasetsFilesResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncDatasetsFilesResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

    def list(
        self,
        id: str,
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
    ) -> AsyncPager[DatasetFile]:
        """List the files of a dataset."""
        check(
            "GET /datasets/{id}/files",
            ("id", id, "id"),
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.datasets_files import datasets_files_list as op

        return self._session.pages(
            op._get_kwargs(
                id=to_json(id),
                limit=limit,
                starting_after=starting_after,
                ending_before=ending_before,
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def upload(
        self,
        id: str,
        *,
        file: FileInput | Unset = UNSET,
        purpose: str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Add a file to a dataset."""
        check(
            "POST /datasets/{id}/files",
            ("id", id, "id"),
            ("file", file, "file | None"),
            ("purpose", purpose, "str | None"),
        )
        from ...api.datasets_files import datasets_files_upload as op

        return await self._session.nothing(
            op._get_kwargs(
                id=to_json(id), body=form_body({"file": file, "purpose": purpose}, files=("file",))
            ),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def delete(
        self,
        file_id: str,
        *,
        id: str,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Remove a file from a dataset."""
        check("DELETE /datasets/{id}/files/{fileID}", ("id", id, "id"), ("file_id", file_id, "id"))
        from ...api.datasets_files import datasets_files_delete as op

        return await self._session.nothing(
            op._get_kwargs(id=to_json(id), file_id=to_json(file_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class DatasetsFilesResourceWithRawResponse:
        """Methods of `client.datasets.files.with_raw_response`."""

        list = RawMethod(DatasetsFilesResource.list)
        upload = RawMethod(DatasetsFilesResource.upload)
        delete = RawMethod(DatasetsFilesResource.delete)

    class DatasetsFilesResourceWithStreamingResponse:
        """Methods of `client.datasets.files.with_streaming_response`."""

        list = StreamingMethod(DatasetsFilesResource.list)
        upload = StreamingMethod(DatasetsFilesResource.upload)
        delete = StreamingMethod(DatasetsFilesResource.delete)

    class AsyncDatasetsFilesResourceWithRawResponse:
        """Methods of `client.datasets.files.with_raw_response`."""

        list = AsyncRawMethod(AsyncDatasetsFilesResource.list)
        upload = AsyncRawMethod(AsyncDatasetsFilesResource.upload)
        delete = AsyncRawMethod(AsyncDatasetsFilesResource.delete)

    class AsyncDatasetsFilesResourceWithStreamingResponse:
        """Methods of `client.datasets.files.with_streaming_response`."""

        list = AsyncStreamingMethod(AsyncDatasetsFilesResource.list)
        upload = AsyncStreamingMethod(AsyncDatasetsFilesResource.upload)
        delete = AsyncStreamingMethod(AsyncDatasetsFilesResource.delete)
