# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""The resources of the API, as attributes of the clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...hints import Hinted
from ...options import CallOptions
from ...raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ...types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from cartesia_client.session import AsyncSession, Session

    from ...models.api_info import APIInfo
    from ...raw_types import (
        AsyncRawBinaryMethod,
        AsyncRawMethod,
        AsyncStreamingBinaryMethod,
        AsyncStreamingMethod,
        RawBinaryMethod,
        RawMethod,
        StreamingBinaryMethod,
        StreamingMethod,
    )
    from ...resources import access_token as _access_token
    from ...resources.access_token import AccessTokenResource, AsyncAccessTokenResource
    from . import agents as _agents
    from . import datasets as _datasets
    from . import fine_tunes as _fine_tunes
    from . import pronunciation_dicts as _pronunciation_dicts
    from . import stt as _stt
    from . import tts as _tts
    from . import voice_changer as _voice_changer
    from . import voices as _voices
    from .agents import AgentsResource, AsyncAgentsResource
    from .datasets import AsyncDatasetsResource, DatasetsResource
    from .fine_tunes import AsyncFineTunesResource, FineTunesResource
    from .pronunciation_dicts import AsyncPronunciationDictsResource, PronunciationDictsResource
    from .stt import AsyncSttResource, SttResource
    from .tts import AsyncTtsResource, TtsResource
    from .voice_changer import AsyncVoiceChangerResource, VoiceChangerResource
    from .voices import AsyncVoicesResource, VoicesResource


class Resources(Hinted):
    """Resources and methods of the client itself."""

    _session: Session

    @cached_property
    def access_token(self) -> AccessTokenResource:
        """Short-lived access tokens, for clients that must not hold the API key."""
        from ...resources.access_token import AccessTokenResource

        return AccessTokenResource(self._session)

    @cached_property
    def agents(self) -> AgentsResource:
        """Voice agents: their settings, templates and phone numbers."""
        from .agents import AgentsResource

        return AgentsResource(self._session)

    @cached_property
    def datasets(self) -> DatasetsResource:
        """Collections of audio files to fine-tune models with."""
        from .datasets import DatasetsResource

        return DatasetsResource(self._session)

    @cached_property
    def fine_tunes(self) -> FineTunesResource:
        """Fine-tuning: models trained on a dataset, and the voices made with them."""
        from .fine_tunes import FineTunesResource

        return FineTunesResource(self._session)

    @cached_property
    def pronunciation_dicts(self) -> PronunciationDictsResource:
        """Pronunciation dictionaries: how words are to be spoken."""
        from .pronunciation_dicts import PronunciationDictsResource

        return PronunciationDictsResource(self._session)

    @cached_property
    def stt(self) -> SttResource:
        """Speech to text: transcripts of files, and live transcription over WebSockets."""
        from .stt import SttResource

        return SttResource(self._session)

    @cached_property
    def tts(self) -> TtsResource:
        """Text to speech: audio as a whole, as it arrives, or over a WebSocket."""
        from .tts import TtsResource

        return TtsResource(self._session)

    @cached_property
    def voice_changer(self) -> VoiceChangerResource:
        """Voice changer: a recording of speech, spoken by another voice."""
        from .voice_changer import VoiceChangerResource

        return VoiceChangerResource(self._session)

    @cached_property
    def voices(self) -> VoicesResource:
        """Voices: list, clone, localize, change and delete them."""
        from .voices import VoicesResource

        return VoicesResource(self._session)

    @cached_property
    def with_raw_response(self) -> ResourcesWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: ResourcesWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> ResourcesWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: ResourcesWithStreamingResponse = streaming_methods(self)
        return methods

    def get_status(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> APIInfo:
        """Ask whether the service is up."""
        from ...api.root import get_status as op

        return self._session.call(
            op._get_kwargs(),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncResources(Hinted):
    """Resources and methods of the client itself."""

    _session: AsyncSession

    @cached_property
    def access_token(self) -> AsyncAccessTokenResource:
        """Short-lived access tokens, for clients that must not hold the API key."""
        from ...resources.access_token import AsyncAccessTokenResource

        return AsyncAccessTokenResource(self._session)

    @cached_property
    def agents(self) -> AsyncAgentsResource:
        """Voice agents: their settings, templates and phone numbers."""
        from .agents import AsyncAgentsResource

        return AsyncAgentsResource(self._session)

    @cached_property
    def datasets(self) -> AsyncDatasetsResource:
        """Collections of audio files to fine-tune models with."""
        from .datasets import AsyncDatasetsResource

        return AsyncDatasetsResource(self._session)

    @cached_property
    def fine_tunes(self) -> AsyncFineTunesResource:
        """Fine-tuning: models trained on a dataset, and the voices made with them."""
        from .fine_tunes import AsyncFineTunesResource

        return AsyncFineTunesResource(self._session)

    @cached_property
    def pronunciation_dicts(self) -> AsyncPronunciationDictsResource:
        """Pronunciation dictionaries: how words are to be spoken."""
        from .pronunciation_dicts import AsyncPronunciationDictsResource

        return AsyncPronunciationDictsResource(self._session)

    @cached_property
    def stt(self) -> AsyncSttResource:
        """Speech to text: transcripts of files, and live transcription over WebSockets."""
        from .stt import AsyncSttResource

        return AsyncSttResource(self._session)

    @cached_property
    def tts(self) -> AsyncTtsResource:
        """Text to speech: audio as a whole, as it arrives, or over a WebSocket."""
        from .tts import AsyncTtsResource

        return AsyncTtsResource(self._session)

    @cached_property
    def voice_changer(self) -> AsyncVoiceChangerResource:
        """Voice changer: a recording of speech, spoken by another voice."""
        from .voice_changer import AsyncVoiceChangerResource

        return AsyncVoiceChangerResource(self._session)

    @cached_property
    def voices(self) -> AsyncVoicesResource:
        """Voices: list, clone, localize, change and delete them."""
        from .voices import AsyncVoicesResource

        return AsyncVoicesResource(self._session)

    @cached_property
    def with_raw_response(self) -> AsyncResourcesWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncResourcesWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncResourcesWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncResourcesWithStreamingResponse = async_streaming_methods(self)
        return methods

    async def get_status(
        self,
        *,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> APIInfo:
        """Ask whether the service is up."""
        from ...api.root import get_status as op

        return await self._session.call(
            op._get_kwargs(),
            op._parse_response,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class ResourcesWithRawResponse:
        """Methods of `client.with_raw_response`."""

        access_token: _access_token.AccessTokenResourceWithRawResponse
        agents: _agents.AgentsResourceWithRawResponse
        datasets: _datasets.DatasetsResourceWithRawResponse
        fine_tunes: _fine_tunes.FineTunesResourceWithRawResponse
        pronunciation_dicts: _pronunciation_dicts.PronunciationDictsResourceWithRawResponse
        stt: _stt.SttResourceWithRawResponse
        tts: _tts.TtsResourceWithRawResponse
        voice_changer: _voice_changer.VoiceChangerResourceWithRawResponse
        voices: _voices.VoicesResourceWithRawResponse
        get_status = RawMethod(Resources.get_status)

    class ResourcesWithStreamingResponse:
        """Methods of `client.with_streaming_response`."""

        access_token: _access_token.AccessTokenResourceWithStreamingResponse
        agents: _agents.AgentsResourceWithStreamingResponse
        datasets: _datasets.DatasetsResourceWithStreamingResponse
        fine_tunes: _fine_tunes.FineTunesResourceWithStreamingResponse
        pronunciation_dicts: _pronunciation_dicts.PronunciationDictsResourceWithStreamingResponse
        stt: _stt.SttResourceWithStreamingResponse
        tts: _tts.TtsResourceWithStreamingResponse
        voice_changer: _voice_changer.VoiceChangerResourceWithStreamingResponse
        voices: _voices.VoicesResourceWithStreamingResponse
        get_status = StreamingMethod(Resources.get_status)

    class AsyncResourcesWithRawResponse:
        """Methods of `client.with_raw_response`."""

        access_token: _access_token.AsyncAccessTokenResourceWithRawResponse
        agents: _agents.AsyncAgentsResourceWithRawResponse
        datasets: _datasets.AsyncDatasetsResourceWithRawResponse
        fine_tunes: _fine_tunes.AsyncFineTunesResourceWithRawResponse
        pronunciation_dicts: _pronunciation_dicts.AsyncPronunciationDictsResourceWithRawResponse
        stt: _stt.AsyncSttResourceWithRawResponse
        tts: _tts.AsyncTtsResourceWithRawResponse
        voice_changer: _voice_changer.AsyncVoiceChangerResourceWithRawResponse
        voices: _voices.AsyncVoicesResourceWithRawResponse
        get_status = AsyncRawMethod(AsyncResources.get_status)

    class AsyncResourcesWithStreamingResponse:
        """Methods of `client.with_streaming_response`."""

        access_token: _access_token.AsyncAccessTokenResourceWithStreamingResponse
        agents: _agents.AsyncAgentsResourceWithStreamingResponse
        datasets: _datasets.AsyncDatasetsResourceWithStreamingResponse
        fine_tunes: _fine_tunes.AsyncFineTunesResourceWithStreamingResponse
        pronunciation_dicts: (
            _pronunciation_dicts.AsyncPronunciationDictsResourceWithStreamingResponse
        )
        stt: _stt.AsyncSttResourceWithStreamingResponse
        tts: _tts.AsyncTtsResourceWithStreamingResponse
        voice_changer: _voice_changer.AsyncVoiceChangerResourceWithStreamingResponse
        voices: _voices.AsyncVoicesResourceWithStreamingResponse
        get_status = AsyncStreamingMethod(AsyncResources.get_status)
