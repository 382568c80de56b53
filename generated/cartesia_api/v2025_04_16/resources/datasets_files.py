# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.datasets.files`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...arguments import check
from ...bodies import form_body, to_json
from ...files import FileInput
from ...options import CallOptions
from ...resource import AsyncResource, Resource
from ...types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from cartesia_client.http.pages import AsyncPager, Page

    from ...models.dataset_file import DatasetFile


class DatasetsFilesResource(Resource):
    """Methods of `client.datasets.files`."""

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
            CallOptions(timeout, max_retries, extra_headers, extra_query, total),
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
            CallOptions(timeout, max_retries, extra_headers, extra_query, total),
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
    ) -> None:
        """Remove a file from a dataset."""
        check("DELETE /datasets/{id}/files/{fileID}", ("id", id, "id"), ("file_id", file_id, "id"))
        from ...api.datasets_files import datasets_files_delete as op

        return self._session.nothing(
            op._get_kwargs(id=to_json(id), file_id=to_json(file_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total),
        )


class AsyncDatasetsFilesResource(AsyncResource):
    """Methods of `client.datasets.files`."""

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
            CallOptions(timeout, max_retries, extra_headers, extra_query, total),
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
            CallOptions(timeout, max_retries, extra_headers, extra_query, total),
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
    ) -> None:
        """Remove a file from a dataset."""
        check("DELETE /datasets/{id}/files/{fileID}", ("id", id, "id"), ("file_id", file_id, "id"))
        from ...api.datasets_files import datasets_files_delete as op

        return await self._session.nothing(
            op._get_kwargs(id=to_json(id), file_id=to_json(file_id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total),
        )
