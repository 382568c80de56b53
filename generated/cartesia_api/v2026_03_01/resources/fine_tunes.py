# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.fine_tunes`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...arguments import check
from ...bodies import json_body, to_json
from ...options import CallOptions
from ...raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ...resource import AsyncResource, Resource
from ...types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.fine_tune_base_model import FineTuneBaseModel
    from ...pages import AsyncPager, Page
    from ...raw_types import AsyncRawMethod, AsyncStreamingMethod, RawMethod, StreamingMethod
    from ..models.fine_tune import FineTune
    from ..models.voice import Voice
    from ..models.voice_accent import VoiceAccent


class FineTunesResource(Resource):
    """Methods of `client.fine_tunes`."""

    @cached_property
    def with_raw_response(self) -> FineTunesResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: FineTunesResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> FineTunesResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: FineTunesResourceWithStreamingResponse = streaming_methods(self)
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
    ) -> Page[FineTune]:
        """List fine-tunes."""
        check(
            "GET /fine-tunes/",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.fine_tunes import fine_tunes_list as op

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
        language: str,
        model_id: FineTuneBaseModel | str,
        dataset: str,
        accent: None | VoiceAccent | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> FineTune:
        """Train a voice with a dataset.

        Starts a fine-tune (a pro voice clone). It costs a million credits when it succeeds.

        Args:
            name: Name of the fine-tune.
            description: What it is for.
            language: Language of the recordings, an ISO 639-1 code.
            model_id: Model to start from.
            dataset: Id of the dataset to train with.
            accent: Accent, by its display name.
        """
        check(
            "POST /fine-tunes/",
            ("name", name, "str"),
            ("description", description, "str"),
            ("language", language, "str"),
            ("model_id", model_id, "str"),
            ("dataset", dataset, "str"),
            ("accent", accent, "str | None"),
        )
        from ..api.fine_tunes import fine_tunes_create as op

        return self._session.call(
            op._get_kwargs(
                body=json_body(
                    {
                        "name": name,
                        "description": description,
                        "language": language,
                        "model_id": model_id,
                        "dataset": dataset,
                        "accent": accent,
                    }
                )
            ),
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
    ) -> FineTune:
        """Look up a fine-tune."""
        check("GET /fine-tunes/{id}", ("id", id, "id"))
        from ..api.fine_tunes import fine_tunes_retrieve as op

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
        """Delete a fine-tune."""
        check("DELETE /fine-tunes/{id}", ("id", id, "id"))
        from ...api.fine_tunes import fine_tunes_delete as op

        return self._session.nothing(
            op._get_kwargs(id=to_json(id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def list_voices(
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
    ) -> Page[Voice]:
        """List the voices of a fine-tune."""
        check(
            "GET /fine-tunes/{id}/voices",
            ("id", id, "id"),
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.fine_tunes import fine_tunes_list_voices as op

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


class AsyncFineTunesResource(AsyncResource):
    """Methods of `client.fine_tunes`."""

    @cached_property
    def with_raw_response(self) -> AsyncFineTunesResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncFineTunesResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncFineTunesResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncFineTunesResourceWithStreamingResponse = async_streaming_methods(self)
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
    ) -> AsyncPager[FineTune]:
        """List fine-tunes."""
        check(
            "GET /fine-tunes/",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.fine_tunes import fine_tunes_list as op

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
        language: str,
        model_id: FineTuneBaseModel | str,
        dataset: str,
        accent: None | VoiceAccent | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> FineTune:
        """Train a voice with a dataset.

        Starts a fine-tune (a pro voice clone). It costs a million credits when it succeeds.

        Args:
            name: Name of the fine-tune.
            description: What it is for.
            language: Language of the recordings, an ISO 639-1 code.
            model_id: Model to start from.
            dataset: Id of the dataset to train with.
            accent: Accent, by its display name.
        """
        check(
            "POST /fine-tunes/",
            ("name", name, "str"),
            ("description", description, "str"),
            ("language", language, "str"),
            ("model_id", model_id, "str"),
            ("dataset", dataset, "str"),
            ("accent", accent, "str | None"),
        )
        from ..api.fine_tunes import fine_tunes_create as op

        return await self._session.call(
            op._get_kwargs(
                body=json_body(
                    {
                        "name": name,
                        "description": description,
                        "language": language,
                        "model_id": model_id,
                        "dataset": dataset,
                        "accent": accent,
                    }
                )
            ),
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
    ) -> FineTune:
        """Look up a fine-tune."""
        check("GET /fine-tunes/{id}", ("id", id, "id"))
        from ..api.fine_tunes import fine_tunes_retrieve as op

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
        """Delete a fine-tune."""
        check("DELETE /fine-tunes/{id}", ("id", id, "id"))
        from ...api.fine_tunes import fine_tunes_delete as op

        return await self._session.nothing(
            op._get_kwargs(id=to_json(id)),
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def list_voices(
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
    ) -> AsyncPager[Voice]:
        """List the voices of a fine-tune."""
        check(
            "GET /fine-tunes/{id}/voices",
            ("id", id, "id"),
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
        )
        from ..api.fine_tunes import fine_tunes_list_voices as op

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


if TYPE_CHECKING:

    class FineTunesResourceWithRawResponse:
        """Methods of `client.fine_tunes.with_raw_response`."""

        list = RawMethod(FineTunesResource.list)
        create = RawMethod(FineTunesResource.create)
        retrieve = RawMethod(FineTunesResource.retrieve)
        delete = RawMethod(FineTunesResource.delete)
        list_voices = RawMethod(FineTunesResource.list_voices)

    class FineTunesResourceWithStreamingResponse:
        """Methods of `client.fine_tunes.with_streaming_response`."""

        list = StreamingMethod(FineTunesResource.list)
        create = StreamingMethod(FineTunesResource.create)
        retrieve = StreamingMethod(FineTunesResource.retrieve)
        delete = StreamingMethod(FineTunesResource.delete)
        list_voices = StreamingMethod(FineTunesResource.list_voices)

    class AsyncFineTunesResourceWithRawResponse:
        """Methods of `client.fine_tunes.with_raw_response`."""

        list = AsyncRawMethod(AsyncFineTunesResource.list)
        create = AsyncRawMethod(AsyncFineTunesResource.create)
        retrieve = AsyncRawMethod(AsyncFineTunesResource.retrieve)
        delete = AsyncRawMethod(AsyncFineTunesResource.delete)
        list_voices = AsyncRawMethod(AsyncFineTunesResource.list_voices)

    class AsyncFineTunesResourceWithStreamingResponse:
        """Methods of `client.fine_tunes.with_streaming_response`."""

        list = AsyncStreamingMethod(AsyncFineTunesResource.list)
        create = AsyncStreamingMethod(AsyncFineTunesResource.create)
        retrieve = AsyncStreamingMethod(AsyncFineTunesResource.retrieve)
        delete = AsyncStreamingMethod(AsyncFineTunesResource.delete)
        list_voices = AsyncStreamingMethod(AsyncFineTunesResource.list_voices)
