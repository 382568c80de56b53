# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.voices`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...arguments import check
from ...bodies import form_body, json_body, to_json
from ...files import FileInput
from ...options import CallOptions
from ...raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ...resource import AsyncResource, Resource
from ...types import UNSET, Unset

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping, Sequence

    import httpx

    from ...models.gender import Gender
    from ...models.gender_presentation import GenderPresentation
    from ...models.localize_dialect import LocalizeDialect
    from ...pages import AsyncPager, Page
    from ...raw_types import AsyncRawMethod, AsyncStreamingMethod, RawMethod, StreamingMethod
    from ...v2025_04_16.models.localize_target_language import LocalizeTargetLanguage
    from ..models.clone_mode import CloneMode
    from ..models.embedding_response import EmbeddingResponse
    from ..models.embedding_specifier import EmbeddingSpecifier
    from ..models.id_specifier import IdSpecifier
    from ..models.supported_language import SupportedLanguage
    from ..models.voice import Voice
    from ..models.voice_expand_options import VoiceExpandOptions
    from ..models.voice_metadata import VoiceMetadata
    from ..params import EmbeddingSpecifierParam, IdSpecifierParam


class VoicesResource(Resource):
    """Methods of `client.voices`."""

    @cached_property
    def with_raw_response(self) -> VoicesResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: VoicesResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> VoicesResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: VoicesResourceWithStreamingResponse = streaming_methods(self)
        return methods

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
    ) -> Voice:
        """Look up one voice.

        Looks one up by its id. An unknown id is answered with 404, a malformed one with another
        error.

        Args:
            id: Id of the voice.
        """
        check("GET /voices/{id}", ("id", id, "id"))
        from ..api.voices import voices_get as op

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
        """Delete a voice."""
        check("DELETE /voices/{id}", ("id", id, "id"))
        from ...api.voices import voices_delete as op
        from ...finding import forget

        forget(self)
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
    ) -> Voice:
        """Change a voice.

        Changes what is given of a voice that the caller owns, and leaves the rest as it is.

        Args:
            id: Id of a voice that the caller owns.
            name: New name.
            description: New description.
        """
        check(
            "PATCH /voices/{id}",
            ("id", id, "id"),
            ("name", name, "str"),
            ("description", description, "str"),
        )
        from ...finding import forget
        from ..api.voices import voices_update as op

        forget(self)
        return self._session.call(
            op._get_kwargs(
                id=to_json(id), body=json_body({"name": name, "description": description})
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def clone(
        self,
        *,
        clip: FileInput,
        name: str,
        language: str | SupportedLanguage,
        mode: CloneMode,
        description: None | str | Unset = UNSET,
        base_voice_id: None | str | Unset = UNSET,
        enhance: bool | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> VoiceMetadata:
        """Clone a voice from a clip.

        Makes a voice that sounds like the speaker of a short recording; about five seconds are
        enough.

        Args:
            clip: The recording, as an audio file. About five seconds of clean speech are best.
            name: Name of the new voice.
            language: Language that is spoken in the recording.
            mode: Whether to be like the speaker, or steady; a steady one needs 10 to 20 seconds.
            description: What the voice is like.
            base_voice_id: Id of a voice to derive the new one from.
            enhance: Whether to clean the recording from noise first; it may make the voice less
                like the speaker.
        """
        check(
            "POST /voices/clone",
            ("clip", clip, "file"),
            ("name", name, "str"),
            ("language", language, "str"),
            ("mode", mode, "str"),
            ("description", description, "str | None"),
            ("base_voice_id", base_voice_id, "str | None"),
            ("enhance", enhance, "bool | None"),
        )
        from ...finding import forget
        from ..api.voices import voices_clone as op

        forget(self)
        return self._session.call(
            op._get_kwargs(
                body=form_body(
                    {
                        "clip": clip,
                        "name": name,
                        "language": language,
                        "mode": mode,
                        "description": description,
                        "base_voice_id": base_voice_id,
                        "enhance": enhance,
                    },
                    files=("clip",),
                )
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def localize(
        self,
        *,
        voice_id: str,
        name: str,
        description: str,
        language: LocalizeTargetLanguage,
        original_speaker_gender: Gender,
        dialect: LocalizeDialect | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> VoiceMetadata:
        """Make a voice speak another language.

        Makes a new voice from an existing one, in another language or dialect.

        Args:
            voice_id: Id of the voice to start from.
            name: Name of the new voice.
            description: What the new voice is like.
            language: Language of the new voice.
            original_speaker_gender: Gender of the speaker whose voice it is.
            dialect: Dialect of the new voice, for English, Spanish, Portuguese and French.
        """
        check(
            "POST /voices/localize",
            ("voice_id", voice_id, "str"),
            ("name", name, "str"),
            ("description", description, "str"),
            ("language", language, "str"),
            ("original_speaker_gender", original_speaker_gender, "str"),
            ("dialect", dialect, "str | None"),
        )
        from ...finding import forget
        from ..api.voices import voices_localize as op

        forget(self)
        return self._session.call(
            op._get_kwargs(
                body=json_body(
                    {
                        "voice_id": voice_id,
                        "name": name,
                        "description": description,
                        "language": language,
                        "original_speaker_gender": original_speaker_gender,
                        "dialect": dialect,
                    }
                )
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def list(
        self,
        *,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        ending_before: None | str | Unset = UNSET,
        is_owner: bool | None | Unset = UNSET,
        gender: GenderPresentation | None | Unset = UNSET,
        expand: builtins.list[VoiceExpandOptions] | None | Unset = UNSET,
        is_starred: bool | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Page[Voice]:
        """List or search voices.

        Voices that the caller can use, a page at a time.

        Args:
            limit: How many items one page holds at most (1 to 100; the service's default is 10).
            starting_after: Id of an item; the page begins behind it. Use the id of the last item
                of a page to get the next one. Not together with `ending_before`.
            ending_before: Id of an item; the page ends before it. Use the id of the first item of
                a page to get the previous one. Not together with `starting_after`.
            is_owner: Whether to list only the voices of the caller's organization.
            gender: Only voices of this gender presentation.
            expand: Extra fields to fill in, which are left out otherwise.
            is_starred: Whether to list only voices with a star.
        """
        check(
            "GET /voices/",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
            ("is_owner", is_owner, "bool | None"),
            ("gender", gender, "str | None"),
            ("expand", expand, "list | None"),
            ("is_starred", is_starred, "bool | None"),
        )
        from ..api.voices import voices_list as op

        return self._session.pages(
            op._get_kwargs(
                limit=limit,
                starting_after=starting_after,
                ending_before=ending_before,
                is_owner=is_owner,
                gender=gender,
                expand=expand,
                is_starred=is_starred,
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def find(self, name: str, *, language: str | None = None, gender: str | None = None) -> Voice:
        """Look one up by its name.

        The exact name counts first, then one that differs in capitals, accents or spaces, then
        one that is followed by a dash and more. Ids are found, too. The client keeps what was
        found.

        Args:
            name: Name or id.
            language: Only those with this value.
            gender: Only voices of this gender presentation.

        Raises:
            InvalidRequestError: None is called so, or several are; the message names what is
                near.
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: The connection failed, or no response arrived in time
                (APITimeoutError).
        """
        from ...finding import find

        item: Voice = find(self, name, language=language, gender=gender)
        return item

    def create(
        self,
        *,
        name: str,
        description: str,
        embedding: Sequence[float],
        language: str | SupportedLanguage | Unset = UNSET,
        base_voice_id: str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Voice:
        """Make a voice from an embedding.

        Makes a voice from an embedding, as cloning or mixing gives it. Refused since June 2026.

        Args:
            name: Name of the new voice.
            description: What the voice is like.
            embedding: The voice.
            language: Language of the voice.
            base_voice_id: Id of a voice to derive the new one from.
        """
        check(
            "POST /voices/",
            ("name", name, "str"),
            ("description", description, "str"),
            ("embedding", embedding, "list"),
            ("language", language, "str | None"),
            ("base_voice_id", base_voice_id, "str | None"),
        )
        from ...finding import forget
        from ..api.voices import voices_create as op

        forget(self)
        return self._session.call(
            op._get_kwargs(
                body=json_body(
                    {
                        "name": name,
                        "description": description,
                        "embedding": embedding,
                        "language": language,
                        "base_voice_id": base_voice_id,
                    }
                )
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def mix(
        self,
        *,
        voices: Sequence[
            EmbeddingSpecifier | EmbeddingSpecifierParam | IdSpecifier | IdSpecifierParam
        ],
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> EmbeddingResponse:
        """Mix voices.

        Gives the embedding of a mix of voices. Refused since June 2026.

        Args:
            voices: The voices, each with its share.
        """
        check("POST /voices/mix", ("voices", voices, "list"))
        from ...finding import forget
        from ..api.voices import voices_mix as op

        forget(self)
        return self._session.call(
            op._get_kwargs(body=json_body({"voices": voices})),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def clone_clip(
        self,
        *,
        clip: FileInput,
        enhance: bool | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> EmbeddingResponse:
        """Take the embedding from a clip.

        Gives the embedding of the voice in a recording. Replaced by `POST /voices/clone`, and
        refused since June 2026.

        Args:
            clip: The recording, as an audio file.
            enhance: Whether to clean the recording from noise first (the service's default is
                true).
        """
        check(
            "POST /voices/clone/clip", ("clip", clip, "file"), ("enhance", enhance, "bool | None")
        )
        from ...finding import forget
        from ..api.voices import voices_clone_clip as op

        forget(self)
        return self._session.call(
            op._get_kwargs(body=form_body({"clip": clip, "enhance": enhance}, files=("clip",))),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncVoicesResource(AsyncResource):
    """Methods of `client.voices`."""

    @cached_property
    def with_raw_response(self) -> AsyncVoicesResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncVoicesResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncVoicesResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncVoicesResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

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
    ) -> Voice:
        """Look up one voice.

        Looks one up by its id. An unknown id is answered with 404, a malformed one with another
        error.

        Args:
            id: Id of the voice.
        """
        check("GET /voices/{id}", ("id", id, "id"))
        from ..api.voices import voices_get as op

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
        """Delete a voice."""
        check("DELETE /voices/{id}", ("id", id, "id"))
        from ...api.voices import voices_delete as op
        from ...finding import forget

        forget(self)
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
    ) -> Voice:
        """Change a voice.

        Changes what is given of a voice that the caller owns, and leaves the rest as it is.

        Args:
            id: Id of a voice that the caller owns.
            name: New name.
            description: New description.
        """
        check(
            "PATCH /voices/{id}",
            ("id", id, "id"),
            ("name", name, "str"),
            ("description", description, "str"),
        )
        from ...finding import forget
        from ..api.voices import voices_update as op

        forget(self)
        return await self._session.call(
            op._get_kwargs(
                id=to_json(id), body=json_body({"name": name, "description": description})
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def clone(
        self,
        *,
        clip: FileInput,
        name: str,
        language: str | SupportedLanguage,
        mode: CloneMode,
        description: None | str | Unset = UNSET,
        base_voice_id: None | str | Unset = UNSET,
        enhance: bool | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> VoiceMetadata:
        """Clone a voice from a clip.

        Makes a voice that sounds like the speaker of a short recording; about five seconds are
        enough.

        Args:
            clip: The recording, as an audio file. About five seconds of clean speech are best.
            name: Name of the new voice.
            language: Language that is spoken in the recording.
            mode: Whether to be like the speaker, or steady; a steady one needs 10 to 20 seconds.
            description: What the voice is like.
            base_voice_id: Id of a voice to derive the new one from.
            enhance: Whether to clean the recording from noise first; it may make the voice less
                like the speaker.
        """
        check(
            "POST /voices/clone",
            ("clip", clip, "file"),
            ("name", name, "str"),
            ("language", language, "str"),
            ("mode", mode, "str"),
            ("description", description, "str | None"),
            ("base_voice_id", base_voice_id, "str | None"),
            ("enhance", enhance, "bool | None"),
        )
        from ...finding import forget
        from ..api.voices import voices_clone as op

        forget(self)
        return await self._session.call(
            op._get_kwargs(
                body=form_body(
                    {
                        "clip": clip,
                        "name": name,
                        "language": language,
                        "mode": mode,
                        "description": description,
                        "base_voice_id": base_voice_id,
                        "enhance": enhance,
                    },
                    files=("clip",),
                )
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def localize(
        self,
        *,
        voice_id: str,
        name: str,
        description: str,
        language: LocalizeTargetLanguage,
        original_speaker_gender: Gender,
        dialect: LocalizeDialect | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> VoiceMetadata:
        """Make a voice speak another language.

        Makes a new voice from an existing one, in another language or dialect.

        Args:
            voice_id: Id of the voice to start from.
            name: Name of the new voice.
            description: What the new voice is like.
            language: Language of the new voice.
            original_speaker_gender: Gender of the speaker whose voice it is.
            dialect: Dialect of the new voice, for English, Spanish, Portuguese and French.
        """
        check(
            "POST /voices/localize",
            ("voice_id", voice_id, "str"),
            ("name", name, "str"),
            ("description", description, "str"),
            ("language", language, "str"),
            ("original_speaker_gender", original_speaker_gender, "str"),
            ("dialect", dialect, "str | None"),
        )
        from ...finding import forget
        from ..api.voices import voices_localize as op

        forget(self)
        return await self._session.call(
            op._get_kwargs(
                body=json_body(
                    {
                        "voice_id": voice_id,
                        "name": name,
                        "description": description,
                        "language": language,
                        "original_speaker_gender": original_speaker_gender,
                        "dialect": dialect,
                    }
                )
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def list(
        self,
        *,
        limit: int | None | Unset = UNSET,
        starting_after: None | str | Unset = UNSET,
        ending_before: None | str | Unset = UNSET,
        is_owner: bool | None | Unset = UNSET,
        gender: GenderPresentation | None | Unset = UNSET,
        expand: builtins.list[VoiceExpandOptions] | None | Unset = UNSET,
        is_starred: bool | None | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncPager[Voice]:
        """List or search voices.

        Voices that the caller can use, a page at a time.

        Args:
            limit: How many items one page holds at most (1 to 100; the service's default is 10).
            starting_after: Id of an item; the page begins behind it. Use the id of the last item
                of a page to get the next one. Not together with `ending_before`.
            ending_before: Id of an item; the page ends before it. Use the id of the first item of
                a page to get the previous one. Not together with `starting_after`.
            is_owner: Whether to list only the voices of the caller's organization.
            gender: Only voices of this gender presentation.
            expand: Extra fields to fill in, which are left out otherwise.
            is_starred: Whether to list only voices with a star.
        """
        check(
            "GET /voices/",
            ("limit", limit, "int | None"),
            ("starting_after", starting_after, "str | None"),
            ("ending_before", ending_before, "str | None"),
            ("is_owner", is_owner, "bool | None"),
            ("gender", gender, "str | None"),
            ("expand", expand, "list | None"),
            ("is_starred", is_starred, "bool | None"),
        )
        from ..api.voices import voices_list as op

        return self._session.pages(
            op._get_kwargs(
                limit=limit,
                starting_after=starting_after,
                ending_before=ending_before,
                is_owner=is_owner,
                gender=gender,
                expand=expand,
                is_starred=is_starred,
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def find(
        self, name: str, *, language: str | None = None, gender: str | None = None
    ) -> Voice:
        """Look one up by its name.

        The exact name counts first, then one that differs in capitals, accents or spaces, then
        one that is followed by a dash and more. Ids are found, too. The client keeps what was
        found.

        Args:
            name: Name or id.
            language: Only those with this value.
            gender: Only voices of this gender presentation.

        Raises:
            InvalidRequestError: None is called so, or several are; the message names what is
                near.
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: The connection failed, or no response arrived in time
                (APITimeoutError).
        """
        from ...finding import afind

        item: Voice = await afind(self, name, language=language, gender=gender)
        return item

    async def create(
        self,
        *,
        name: str,
        description: str,
        embedding: Sequence[float],
        language: str | SupportedLanguage | Unset = UNSET,
        base_voice_id: str | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Voice:
        """Make a voice from an embedding.

        Makes a voice from an embedding, as cloning or mixing gives it. Refused since June 2026.

        Args:
            name: Name of the new voice.
            description: What the voice is like.
            embedding: The voice.
            language: Language of the voice.
            base_voice_id: Id of a voice to derive the new one from.
        """
        check(
            "POST /voices/",
            ("name", name, "str"),
            ("description", description, "str"),
            ("embedding", embedding, "list"),
            ("language", language, "str | None"),
            ("base_voice_id", base_voice_id, "str | None"),
        )
        from ...finding import forget
        from ..api.voices import voices_create as op

        forget(self)
        return await self._session.call(
            op._get_kwargs(
                body=json_body(
                    {
                        "name": name,
                        "description": description,
                        "embedding": embedding,
                        "language": language,
                        "base_voice_id": base_voice_id,
                    }
                )
            ),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def mix(
        self,
        *,
        voices: Sequence[
            EmbeddingSpecifier | EmbeddingSpecifierParam | IdSpecifier | IdSpecifierParam
        ],
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> EmbeddingResponse:
        """Mix voices.

        Gives the embedding of a mix of voices. Refused since June 2026.

        Args:
            voices: The voices, each with its share.
        """
        check("POST /voices/mix", ("voices", voices, "list"))
        from ...finding import forget
        from ..api.voices import voices_mix as op

        forget(self)
        return await self._session.call(
            op._get_kwargs(body=json_body({"voices": voices})),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    async def clone_clip(
        self,
        *,
        clip: FileInput,
        enhance: bool | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> EmbeddingResponse:
        """Take the embedding from a clip.

        Gives the embedding of the voice in a recording. Replaced by `POST /voices/clone`, and
        refused since June 2026.

        Args:
            clip: The recording, as an audio file.
            enhance: Whether to clean the recording from noise first (the service's default is
                true).
        """
        check(
            "POST /voices/clone/clip", ("clip", clip, "file"), ("enhance", enhance, "bool | None")
        )
        from ...finding import forget
        from ..api.voices import voices_clone_clip as op

        forget(self)
        return await self._session.call(
            op._get_kwargs(body=form_body({"clip": clip, "enhance": enhance}, files=("clip",))),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class VoicesResourceWithRawResponse:
        """Methods of `client.voices.with_raw_response`."""

        get = RawMethod(VoicesResource.get)
        delete = RawMethod(VoicesResource.delete)
        update = RawMethod(VoicesResource.update)
        clone = RawMethod(VoicesResource.clone)
        localize = RawMethod(VoicesResource.localize)
        list = RawMethod(VoicesResource.list)
        create = RawMethod(VoicesResource.create)
        mix = RawMethod(VoicesResource.mix)
        clone_clip = RawMethod(VoicesResource.clone_clip)

    class VoicesResourceWithStreamingResponse:
        """Methods of `client.voices.with_streaming_response`."""

        get = StreamingMethod(VoicesResource.get)
        delete = StreamingMethod(VoicesResource.delete)
        update = StreamingMethod(VoicesResource.update)
        clone = StreamingMethod(VoicesResource.clone)
        localize = StreamingMethod(VoicesResource.localize)
        list = StreamingMethod(VoicesResource.list)
        create = StreamingMethod(VoicesResource.create)
        mix = StreamingMethod(VoicesResource.mix)
        clone_clip = StreamingMethod(VoicesResource.clone_clip)

    class AsyncVoicesResourceWithRawResponse:
        """Methods of `client.voices.with_raw_response`."""

        get = AsyncRawMethod(AsyncVoicesResource.get)
        delete = AsyncRawMethod(AsyncVoicesResource.delete)
        update = AsyncRawMethod(AsyncVoicesResource.update)
        clone = AsyncRawMethod(AsyncVoicesResource.clone)
        localize = AsyncRawMethod(AsyncVoicesResource.localize)
        list = AsyncRawMethod(AsyncVoicesResource.list)
        create = AsyncRawMethod(AsyncVoicesResource.create)
        mix = AsyncRawMethod(AsyncVoicesResource.mix)
        clone_clip = AsyncRawMethod(AsyncVoicesResource.clone_clip)

    class AsyncVoicesResourceWithStreamingResponse:
        """Methods of `client.voices.with_streaming_response`."""

        get = AsyncStreamingMethod(AsyncVoicesResource.get)
        delete = AsyncStreamingMethod(AsyncVoicesResource.delete)
        update = AsyncStreamingMethod(AsyncVoicesResource.update)
        clone = AsyncStreamingMethod(AsyncVoicesResource.clone)
        localize = AsyncStreamingMethod(AsyncVoicesResource.localize)
        list = AsyncStreamingMethod(AsyncVoicesResource.list)
        create = AsyncStreamingMethod(AsyncVoicesResource.create)
        mix = AsyncStreamingMethod(AsyncVoicesResource.mix)
        clone_clip = AsyncStreamingMethod(AsyncVoicesResource.clone_clip)
