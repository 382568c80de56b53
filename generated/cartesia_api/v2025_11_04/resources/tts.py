# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Methods of `client.tts`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...arguments import check, omitting
from ...bodies import form_body, json_body
from ...deprecation import warn_of_deprecated
from ...files import FileInput
from ...former import deprecated, former_socket, warn_of_former_name
from ...options import CallOptions, SocketOptions
from ...raw import async_raw_methods, async_streaming_methods, raw_methods, streaming_methods
from ...resource import AsyncResource, Resource
from ...types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    import httpx
    from cartesia_client.audio.result import Audio
    from cartesia_client.audio.stream import AsyncAudioStream, AudioStream
    from cartesia_client.compat.tts_socket import AsyncTTSSocket, TTSSocket
    from cartesia_client.http.event_stream import AsyncEventStream, EventStream

    from ...models.generation_config import GenerationConfig
    from ...models.infill_model import InfillModel
    from ...models.model_speed import ModelSpeed
    from ...models.mp3_output_format import MP3OutputFormat
    from ...models.raw_output_format import RawOutputFormat
    from ...models.tts_model import TTSModel
    from ...models.wav_output_format import WAVOutputFormat
    from ...official_types import WebSocketConnectionOptions
    from ...params import (
        GenerationConfigParam,
        MP3OutputFormatParam,
        RawOutputFormatParam,
        WAVOutputFormatParam,
    )
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
    from ...v2026_03_01.contexts import AsyncTTSWebsocket, TTSWebsocket
    from ...v2026_03_01.models.supported_language import SupportedLanguage
    from ...v2026_03_01.models.voice_specifier import VoiceSpecifier
    from ...v2026_03_01.params import VoiceSpecifierParam
    from ..events import TTSSSEEvent


class TtsResource(Resource):
    """Methods of `client.tts`."""

    @cached_property
    def with_raw_response(self) -> TtsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: TtsResourceWithRawResponse = raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> TtsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: TtsResourceWithStreamingResponse = streaming_methods(self)
        return methods

    @omitting
    def websocket_connect(
        self,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
        *,
        websocket_auth: Literal["query", "headers"] = "query",
        timeout: float | None = 10.0,
    ) -> TTSWebsocket:
        """Return a socket as a context manager; it opens on entering."""
        from ...v2026_03_01 import contexts

        return self._session.socket(
            "tts.websocket",
            {},
            SocketOptions(
                websocket_auth,
                timeout,
                extra_headers,
                extra_query,
                websocket_connection_options=websocket_connection_options,
            ),
            contexts.TTSWebsocket,
        )

    @deprecated("tts.websocket() is called tts.websocket_connect() now")
    def websocket(
        self,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
    ) -> TTSSocket:
        """Return a socket that opens when its `send` is first called; close it. `websocket_connect` has superseded it."""
        warn_of_former_name("tts.websocket", "tts.websocket_connect")
        socket: TTSSocket = former_socket(
            self, "TTSSocket", extra_query, extra_headers, websocket_connection_options
        )
        return socket

    def generate(
        self,
        *,
        model_id: str | TTSModel,
        transcript: str,
        voice: VoiceSpecifier | VoiceSpecifierParam | Mapping[str, str],
        output_format: MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam,
        language: None | str | SupportedLanguage | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | Unset = UNSET,
        pronunciation_dict_id: None | str | Unset = UNSET,
        save: bool | None | Unset = UNSET,
        speed: ModelSpeed | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Turn a transcript into audio.

        Speaks a whole transcript and returns the audio in the chosen container. The audio is sent
        while it is made, so it can be played before it is complete. Costs credits by the
        character.

        Args:
            model_id: Id of the model that speaks, such as `sonic-3.5`. Dated snapshots and newer
                models are accepted, too.
            transcript: The text to speak. It may hold tags such as `<break time="1s"/>` and
                `<spell>...</spell>`, and phonemes between `<<` and `>>`. Text without anything to
                say (empty, or punctuation only) is rejected.
            voice: The voice that speaks.
            output_format: Container, encoding and sample rate of the audio.
            language: Language of the transcript, such as `en`.
            generation_config: Loudness, speed and emotion of the speech.
            pronunciation_dict_id: Id of a pronunciation dictionary to apply; sonic-3 and newer.
            save: Whether the service keeps the audio; its id is then in the header
                `Cartesia-File-ID` (the service's default is false).
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
        """
        check(
            "POST /tts/bytes",
            ("model_id", model_id, "str"),
            ("transcript", transcript, "str"),
            ("voice", voice, "dict"),
            ("output_format", output_format, "dict"),
            ("language", language, "str | None"),
            ("generation_config", generation_config, "dict | None"),
            ("pronunciation_dict_id", pronunciation_dict_id, "str | None"),
            ("save", save, "bool | None"),
            ("speed", speed, "str | None"),
        )
        warn_of_deprecated("tts.generate()", False, (("speed", speed, True),))
        from ...v2026_03_01.api.tts import tts_generate as op

        return self._session.read(
            op._get_kwargs(
                body=json_body(
                    {
                        "model_id": model_id,
                        "transcript": transcript,
                        "voice": voice,
                        "output_format": output_format,
                        "language": language,
                        "generation_config": generation_config,
                        "pronunciation_dict_id": pronunciation_dict_id,
                        "save": save,
                        "speed": speed,
                    },
                    keys={
                        "voice": {"mode": True, "id": True},
                        "output_format": {
                            "container": True,
                            "encoding": False,
                            "sample_rate": True,
                            "bit_rate": False,
                        },
                        "generation_config": {"volume": False, "speed": False, "emotion": False},
                    },
                    gone={
                        "voice": {
                            "__experimental_controls": "2024-11-13",
                            "embedding": "2024-11-13",
                        }
                    },
                )
            ),
            output_format,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def generate_stream(
        self,
        *,
        model_id: str | TTSModel,
        transcript: str,
        voice: VoiceSpecifier | VoiceSpecifierParam | Mapping[str, str],
        output_format: MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam,
        language: None | str | SupportedLanguage | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | Unset = UNSET,
        pronunciation_dict_id: None | str | Unset = UNSET,
        save: bool | None | Unset = UNSET,
        speed: ModelSpeed | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AudioStream:
        """Turn a transcript into audio, a chunk at a time.

        Return a context manager; iterate over it to read the audio in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        Speaks a whole transcript and returns the audio in the chosen container. The audio is sent
        while it is made, so it can be played before it is complete. Costs credits by the
        character.

        Args:
            model_id: Id of the model that speaks, such as `sonic-3.5`. Dated snapshots and newer
                models are accepted, too.
            transcript: The text to speak. It may hold tags such as `<break time="1s"/>` and
                `<spell>...</spell>`, and phonemes between `<<` and `>>`. Text without anything to
                say (empty, or punctuation only) is rejected.
            voice: The voice that speaks.
            output_format: Container, encoding and sample rate of the audio.
            language: Language of the transcript, such as `en`.
            generation_config: Loudness, speed and emotion of the speech.
            pronunciation_dict_id: Id of a pronunciation dictionary to apply; sonic-3 and newer.
            save: Whether the service keeps the audio; its id is then in the header
                `Cartesia-File-ID` (the service's default is false).
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
        """
        check(
            "POST /tts/bytes",
            ("model_id", model_id, "str"),
            ("transcript", transcript, "str"),
            ("voice", voice, "dict"),
            ("output_format", output_format, "dict"),
            ("language", language, "str | None"),
            ("generation_config", generation_config, "dict | None"),
            ("pronunciation_dict_id", pronunciation_dict_id, "str | None"),
            ("save", save, "bool | None"),
            ("speed", speed, "str | None"),
        )
        warn_of_deprecated("tts.generate()", False, (("speed", speed, True),))
        from ...v2026_03_01.api.tts import tts_generate as op

        return self._session.stream(
            op._get_kwargs(
                body=json_body(
                    {
                        "model_id": model_id,
                        "transcript": transcript,
                        "voice": voice,
                        "output_format": output_format,
                        "language": language,
                        "generation_config": generation_config,
                        "pronunciation_dict_id": pronunciation_dict_id,
                        "save": save,
                        "speed": speed,
                    },
                    keys={
                        "voice": {"mode": True, "id": True},
                        "output_format": {
                            "container": True,
                            "encoding": False,
                            "sample_rate": True,
                            "bit_rate": False,
                        },
                        "generation_config": {"volume": False, "speed": False, "emotion": False},
                    },
                    gone={
                        "voice": {
                            "__experimental_controls": "2024-11-13",
                            "embedding": "2024-11-13",
                        }
                    },
                )
            ),
            output_format,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    @deprecated("tts.bytes() is called tts.generate() now")
    def bytes(
        self,
        *,
        model_id: str | TTSModel,
        transcript: str,
        voice: VoiceSpecifier | VoiceSpecifierParam | Mapping[str, str],
        output_format: MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam,
        language: None | str | SupportedLanguage | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | Unset = UNSET,
        pronunciation_dict_id: None | str | Unset = UNSET,
        save: bool | None | Unset = UNSET,
        speed: ModelSpeed | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Turn a transcript into audio. This is a former name of `generate`, with its arguments."""
        warn_of_former_name("tts.bytes", "tts.generate")
        return self.generate(
            model_id=model_id,
            transcript=transcript,
            voice=voice,
            output_format=output_format,
            language=language,
            generation_config=generation_config,
            pronunciation_dict_id=pronunciation_dict_id,
            save=save,
            speed=speed,
            timeout=timeout,
            total=total,
            max_retries=max_retries,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
        )

    def generate_sse(
        self,
        *,
        model_id: str | TTSModel,
        transcript: str,
        voice: VoiceSpecifier | VoiceSpecifierParam | Mapping[str, str],
        output_format: RawOutputFormat | RawOutputFormatParam,
        language: str | SupportedLanguage | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | Unset = UNSET,
        pronunciation_dict_id: None | str | Unset = UNSET,
        add_timestamps: bool | None | Unset = UNSET,
        add_phoneme_timestamps: bool | None | Unset = UNSET,
        use_normalized_timestamps: bool | None | Unset = UNSET,
        context_id: None | str | Unset = UNSET,
        speed: ModelSpeed | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> EventStream[TTSSSEEvent]:
        """Turn a transcript into audio, event by event.

        Speaks a whole transcript and answers with server-sent events: chunks of raw audio and, on
        request, the times of words and phonemes. The last event is `done` or `error`. Costs
        credits by the character.

        Args:
            model_id: Id of the model that speaks.
            transcript: The text to speak.
            voice: The voice that speaks.
            output_format: Encoding and sample rate of the audio; raw audio only.
            language: Language of the transcript, such as `en`.
            generation_config: Loudness, speed and emotion of the speech.
            pronunciation_dict_id: Id of a pronunciation dictionary to apply.
            add_timestamps: Whether to send the times of words (the service's default is false).
            add_phoneme_timestamps: Whether to send the times of phonemes (the service's default
                is false).
            use_normalized_timestamps: Whether times are those of the words as spoken out, rather
                than as written.
            context_id: An id that every event then carries.
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
        """
        check(
            "POST /tts/sse",
            ("model_id", model_id, "str"),
            ("transcript", transcript, "str"),
            ("voice", voice, "dict"),
            ("output_format", output_format, "dict"),
            ("language", language, "str | None"),
            ("generation_config", generation_config, "dict | None"),
            ("pronunciation_dict_id", pronunciation_dict_id, "str | None"),
            ("add_timestamps", add_timestamps, "bool | None"),
            ("add_phoneme_timestamps", add_phoneme_timestamps, "bool | None"),
            ("use_normalized_timestamps", use_normalized_timestamps, "bool | None"),
            ("context_id", context_id, "str | None"),
            ("speed", speed, "str | None"),
        )
        warn_of_deprecated("tts.generate_sse()", False, (("speed", speed, True),))
        from ...v2026_03_01.api.tts import tts_generate_sse as op
        from .. import events

        return self._session.events(
            op._get_kwargs(
                body=json_body(
                    {
                        "model_id": model_id,
                        "transcript": transcript,
                        "voice": voice,
                        "output_format": output_format,
                        "language": language,
                        "generation_config": generation_config,
                        "pronunciation_dict_id": pronunciation_dict_id,
                        "add_timestamps": add_timestamps,
                        "add_phoneme_timestamps": add_phoneme_timestamps,
                        "use_normalized_timestamps": use_normalized_timestamps,
                        "context_id": context_id,
                        "speed": speed,
                    },
                    keys={
                        "voice": {"mode": True, "id": True},
                        "output_format": {"container": True, "encoding": True, "sample_rate": True},
                        "generation_config": {"volume": False, "speed": False, "emotion": False},
                    },
                    gone={
                        "voice": {
                            "__experimental_controls": "2024-11-13",
                            "embedding": "2024-11-13",
                        },
                        "output_format": {"bit_rate": "2024-11-13"},
                    },
                )
            ),
            output_format,
            events.decode_ttssse_event,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    @deprecated("tts.sse() is called tts.generate_sse() now")
    def sse(
        self,
        *,
        model_id: str | TTSModel,
        transcript: str,
        voice: VoiceSpecifier | VoiceSpecifierParam | Mapping[str, str],
        output_format: RawOutputFormat | RawOutputFormatParam,
        language: str | SupportedLanguage | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | Unset = UNSET,
        pronunciation_dict_id: None | str | Unset = UNSET,
        add_timestamps: bool | None | Unset = UNSET,
        add_phoneme_timestamps: bool | None | Unset = UNSET,
        use_normalized_timestamps: bool | None | Unset = UNSET,
        context_id: None | str | Unset = UNSET,
        speed: ModelSpeed | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> EventStream[TTSSSEEvent]:
        """Turn a transcript into audio, event by event. This is a former name of `generate_sse`, with its arguments."""
        warn_of_former_name("tts.sse", "tts.generate_sse")
        return self.generate_sse(
            model_id=model_id,
            transcript=transcript,
            voice=voice,
            output_format=output_format,
            language=language,
            generation_config=generation_config,
            pronunciation_dict_id=pronunciation_dict_id,
            add_timestamps=add_timestamps,
            add_phoneme_timestamps=add_phoneme_timestamps,
            use_normalized_timestamps=use_normalized_timestamps,
            context_id=context_id,
            speed=speed,
            timeout=timeout,
            total=total,
            max_retries=max_retries,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
        )

    def infill(
        self,
        *,
        left_audio: FileInput | Unset = UNSET,
        right_audio: FileInput | Unset = UNSET,
        model_id: InfillModel | str | Unset = UNSET,
        language: str | Unset = UNSET,
        transcript: str | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format: MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam
        | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Fill a gap between two clips with speech."""
        check(
            "POST /infill/bytes",
            ("left_audio", left_audio, "file | None"),
            ("right_audio", right_audio, "file | None"),
            ("model_id", model_id, "str | None"),
            ("language", language, "str | None"),
            ("transcript", transcript, "str | None"),
            ("voice_id", voice_id, "str | None"),
            ("output_format", output_format, "dict | None"),
        )
        from ...api.tts import tts_infill as op

        return self._session.read(
            op._get_kwargs(
                body=form_body(
                    {
                        "left_audio": left_audio,
                        "right_audio": right_audio,
                        "model_id": model_id,
                        "language": language,
                        "transcript": transcript,
                        "voice_id": voice_id,
                        "output_format": output_format,
                    },
                    files=("left_audio", "right_audio"),
                )
            ),
            output_format,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def infill_stream(
        self,
        *,
        left_audio: FileInput | Unset = UNSET,
        right_audio: FileInput | Unset = UNSET,
        model_id: InfillModel | str | Unset = UNSET,
        language: str | Unset = UNSET,
        transcript: str | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format: MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam
        | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AudioStream:
        """Fill a gap between two clips with speech, a chunk at a time."""
        check(
            "POST /infill/bytes",
            ("left_audio", left_audio, "file | None"),
            ("right_audio", right_audio, "file | None"),
            ("model_id", model_id, "str | None"),
            ("language", language, "str | None"),
            ("transcript", transcript, "str | None"),
            ("voice_id", voice_id, "str | None"),
            ("output_format", output_format, "dict | None"),
        )
        from ...api.tts import tts_infill as op

        return self._session.stream(
            op._get_kwargs(
                body=form_body(
                    {
                        "left_audio": left_audio,
                        "right_audio": right_audio,
                        "model_id": model_id,
                        "language": language,
                        "transcript": transcript,
                        "voice_id": voice_id,
                        "output_format": output_format,
                    },
                    files=("left_audio", "right_audio"),
                )
            ),
            output_format,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


class AsyncTtsResource(AsyncResource):
    """Methods of `client.tts`."""

    @cached_property
    def with_raw_response(self) -> AsyncTtsResourceWithRawResponse:
        """The same methods, which return the response itself: headers, status, and with `parse` what it holds."""
        methods: AsyncTtsResourceWithRawResponse = async_raw_methods(self)
        return methods

    @cached_property
    def with_streaming_response(self) -> AsyncTtsResourceWithStreamingResponse:
        """The same methods as context managers of the response, whose body is read as it arrives."""
        methods: AsyncTtsResourceWithStreamingResponse = async_streaming_methods(self)
        return methods

    @omitting
    def websocket_connect(
        self,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
        *,
        websocket_auth: Literal["query", "headers"] = "query",
        timeout: float | None = 10.0,
    ) -> AsyncTTSWebsocket:
        """Return a socket as a context manager; it opens on entering."""
        from ...v2026_03_01 import contexts

        return self._session.socket(
            "tts.websocket",
            {},
            SocketOptions(
                websocket_auth,
                timeout,
                extra_headers,
                extra_query,
                websocket_connection_options=websocket_connection_options,
            ),
            contexts.AsyncTTSWebsocket,
        )

    @deprecated("tts.websocket() is called tts.websocket_connect() now")
    async def websocket(
        self,
        extra_query: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str] | None = None,
        websocket_connection_options: WebSocketConnectionOptions | None = None,
    ) -> AsyncTTSSocket:
        """Return a socket that opens when its `send` is first called; close it. `websocket_connect` has superseded it."""
        warn_of_former_name("tts.websocket", "tts.websocket_connect")
        socket: AsyncTTSSocket = former_socket(
            self, "AsyncTTSSocket", extra_query, extra_headers, websocket_connection_options
        )
        return socket

    async def generate(
        self,
        *,
        model_id: str | TTSModel,
        transcript: str,
        voice: VoiceSpecifier | VoiceSpecifierParam | Mapping[str, str],
        output_format: MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam,
        language: None | str | SupportedLanguage | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | Unset = UNSET,
        pronunciation_dict_id: None | str | Unset = UNSET,
        save: bool | None | Unset = UNSET,
        speed: ModelSpeed | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Turn a transcript into audio.

        Speaks a whole transcript and returns the audio in the chosen container. The audio is sent
        while it is made, so it can be played before it is complete. Costs credits by the
        character.

        Args:
            model_id: Id of the model that speaks, such as `sonic-3.5`. Dated snapshots and newer
                models are accepted, too.
            transcript: The text to speak. It may hold tags such as `<break time="1s"/>` and
                `<spell>...</spell>`, and phonemes between `<<` and `>>`. Text without anything to
                say (empty, or punctuation only) is rejected.
            voice: The voice that speaks.
            output_format: Container, encoding and sample rate of the audio.
            language: Language of the transcript, such as `en`.
            generation_config: Loudness, speed and emotion of the speech.
            pronunciation_dict_id: Id of a pronunciation dictionary to apply; sonic-3 and newer.
            save: Whether the service keeps the audio; its id is then in the header
                `Cartesia-File-ID` (the service's default is false).
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
        """
        check(
            "POST /tts/bytes",
            ("model_id", model_id, "str"),
            ("transcript", transcript, "str"),
            ("voice", voice, "dict"),
            ("output_format", output_format, "dict"),
            ("language", language, "str | None"),
            ("generation_config", generation_config, "dict | None"),
            ("pronunciation_dict_id", pronunciation_dict_id, "str | None"),
            ("save", save, "bool | None"),
            ("speed", speed, "str | None"),
        )
        warn_of_deprecated("tts.generate()", False, (("speed", speed, True),))
        from ...v2026_03_01.api.tts import tts_generate as op

        return await self._session.read(
            op._get_kwargs(
                body=json_body(
                    {
                        "model_id": model_id,
                        "transcript": transcript,
                        "voice": voice,
                        "output_format": output_format,
                        "language": language,
                        "generation_config": generation_config,
                        "pronunciation_dict_id": pronunciation_dict_id,
                        "save": save,
                        "speed": speed,
                    },
                    keys={
                        "voice": {"mode": True, "id": True},
                        "output_format": {
                            "container": True,
                            "encoding": False,
                            "sample_rate": True,
                            "bit_rate": False,
                        },
                        "generation_config": {"volume": False, "speed": False, "emotion": False},
                    },
                    gone={
                        "voice": {
                            "__experimental_controls": "2024-11-13",
                            "embedding": "2024-11-13",
                        }
                    },
                )
            ),
            output_format,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def generate_stream(
        self,
        *,
        model_id: str | TTSModel,
        transcript: str,
        voice: VoiceSpecifier | VoiceSpecifierParam | Mapping[str, str],
        output_format: MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam,
        language: None | str | SupportedLanguage | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | Unset = UNSET,
        pronunciation_dict_id: None | str | Unset = UNSET,
        save: bool | None | Unset = UNSET,
        speed: ModelSpeed | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncAudioStream:
        """Turn a transcript into audio, a chunk at a time.

        Return a context manager; iterate over it to read the audio in chunks of bytes as it
        arrives. Memory use stays flat; leaving the block early closes the connection.

        Speaks a whole transcript and returns the audio in the chosen container. The audio is sent
        while it is made, so it can be played before it is complete. Costs credits by the
        character.

        Args:
            model_id: Id of the model that speaks, such as `sonic-3.5`. Dated snapshots and newer
                models are accepted, too.
            transcript: The text to speak. It may hold tags such as `<break time="1s"/>` and
                `<spell>...</spell>`, and phonemes between `<<` and `>>`. Text without anything to
                say (empty, or punctuation only) is rejected.
            voice: The voice that speaks.
            output_format: Container, encoding and sample rate of the audio.
            language: Language of the transcript, such as `en`.
            generation_config: Loudness, speed and emotion of the speech.
            pronunciation_dict_id: Id of a pronunciation dictionary to apply; sonic-3 and newer.
            save: Whether the service keeps the audio; its id is then in the header
                `Cartesia-File-ID` (the service's default is false).
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
        """
        check(
            "POST /tts/bytes",
            ("model_id", model_id, "str"),
            ("transcript", transcript, "str"),
            ("voice", voice, "dict"),
            ("output_format", output_format, "dict"),
            ("language", language, "str | None"),
            ("generation_config", generation_config, "dict | None"),
            ("pronunciation_dict_id", pronunciation_dict_id, "str | None"),
            ("save", save, "bool | None"),
            ("speed", speed, "str | None"),
        )
        warn_of_deprecated("tts.generate()", False, (("speed", speed, True),))
        from ...v2026_03_01.api.tts import tts_generate as op

        return self._session.stream(
            op._get_kwargs(
                body=json_body(
                    {
                        "model_id": model_id,
                        "transcript": transcript,
                        "voice": voice,
                        "output_format": output_format,
                        "language": language,
                        "generation_config": generation_config,
                        "pronunciation_dict_id": pronunciation_dict_id,
                        "save": save,
                        "speed": speed,
                    },
                    keys={
                        "voice": {"mode": True, "id": True},
                        "output_format": {
                            "container": True,
                            "encoding": False,
                            "sample_rate": True,
                            "bit_rate": False,
                        },
                        "generation_config": {"volume": False, "speed": False, "emotion": False},
                    },
                    gone={
                        "voice": {
                            "__experimental_controls": "2024-11-13",
                            "embedding": "2024-11-13",
                        }
                    },
                )
            ),
            output_format,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    @deprecated("tts.bytes() is called tts.generate() now")
    async def bytes(
        self,
        *,
        model_id: str | TTSModel,
        transcript: str,
        voice: VoiceSpecifier | VoiceSpecifierParam | Mapping[str, str],
        output_format: MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam,
        language: None | str | SupportedLanguage | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | Unset = UNSET,
        pronunciation_dict_id: None | str | Unset = UNSET,
        save: bool | None | Unset = UNSET,
        speed: ModelSpeed | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Turn a transcript into audio. This is a former name of `generate`, with its arguments."""
        warn_of_former_name("tts.bytes", "tts.generate")
        return await self.generate(
            model_id=model_id,
            transcript=transcript,
            voice=voice,
            output_format=output_format,
            language=language,
            generation_config=generation_config,
            pronunciation_dict_id=pronunciation_dict_id,
            save=save,
            speed=speed,
            timeout=timeout,
            total=total,
            max_retries=max_retries,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
        )

    async def generate_sse(
        self,
        *,
        model_id: str | TTSModel,
        transcript: str,
        voice: VoiceSpecifier | VoiceSpecifierParam | Mapping[str, str],
        output_format: RawOutputFormat | RawOutputFormatParam,
        language: str | SupportedLanguage | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | Unset = UNSET,
        pronunciation_dict_id: None | str | Unset = UNSET,
        add_timestamps: bool | None | Unset = UNSET,
        add_phoneme_timestamps: bool | None | Unset = UNSET,
        use_normalized_timestamps: bool | None | Unset = UNSET,
        context_id: None | str | Unset = UNSET,
        speed: ModelSpeed | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncEventStream[TTSSSEEvent]:
        """Turn a transcript into audio, event by event.

        Speaks a whole transcript and answers with server-sent events: chunks of raw audio and, on
        request, the times of words and phonemes. The last event is `done` or `error`. Costs
        credits by the character.

        Args:
            model_id: Id of the model that speaks.
            transcript: The text to speak.
            voice: The voice that speaks.
            output_format: Encoding and sample rate of the audio; raw audio only.
            language: Language of the transcript, such as `en`.
            generation_config: Loudness, speed and emotion of the speech.
            pronunciation_dict_id: Id of a pronunciation dictionary to apply.
            add_timestamps: Whether to send the times of words (the service's default is false).
            add_phoneme_timestamps: Whether to send the times of phonemes (the service's default
                is false).
            use_normalized_timestamps: Whether times are those of the words as spoken out, rather
                than as written.
            context_id: An id that every event then carries.
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
        """
        check(
            "POST /tts/sse",
            ("model_id", model_id, "str"),
            ("transcript", transcript, "str"),
            ("voice", voice, "dict"),
            ("output_format", output_format, "dict"),
            ("language", language, "str | None"),
            ("generation_config", generation_config, "dict | None"),
            ("pronunciation_dict_id", pronunciation_dict_id, "str | None"),
            ("add_timestamps", add_timestamps, "bool | None"),
            ("add_phoneme_timestamps", add_phoneme_timestamps, "bool | None"),
            ("use_normalized_timestamps", use_normalized_timestamps, "bool | None"),
            ("context_id", context_id, "str | None"),
            ("speed", speed, "str | None"),
        )
        warn_of_deprecated("tts.generate_sse()", False, (("speed", speed, True),))
        from ...v2026_03_01.api.tts import tts_generate_sse as op
        from .. import events

        return await self._session.events(
            op._get_kwargs(
                body=json_body(
                    {
                        "model_id": model_id,
                        "transcript": transcript,
                        "voice": voice,
                        "output_format": output_format,
                        "language": language,
                        "generation_config": generation_config,
                        "pronunciation_dict_id": pronunciation_dict_id,
                        "add_timestamps": add_timestamps,
                        "add_phoneme_timestamps": add_phoneme_timestamps,
                        "use_normalized_timestamps": use_normalized_timestamps,
                        "context_id": context_id,
                        "speed": speed,
                    },
                    keys={
                        "voice": {"mode": True, "id": True},
                        "output_format": {"container": True, "encoding": True, "sample_rate": True},
                        "generation_config": {"volume": False, "speed": False, "emotion": False},
                    },
                    gone={
                        "voice": {
                            "__experimental_controls": "2024-11-13",
                            "embedding": "2024-11-13",
                        },
                        "output_format": {"bit_rate": "2024-11-13"},
                    },
                )
            ),
            output_format,
            events.decode_ttssse_event,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    @deprecated("tts.sse() is called tts.generate_sse() now")
    async def sse(
        self,
        *,
        model_id: str | TTSModel,
        transcript: str,
        voice: VoiceSpecifier | VoiceSpecifierParam | Mapping[str, str],
        output_format: RawOutputFormat | RawOutputFormatParam,
        language: str | SupportedLanguage | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | Unset = UNSET,
        pronunciation_dict_id: None | str | Unset = UNSET,
        add_timestamps: bool | None | Unset = UNSET,
        add_phoneme_timestamps: bool | None | Unset = UNSET,
        use_normalized_timestamps: bool | None | Unset = UNSET,
        context_id: None | str | Unset = UNSET,
        speed: ModelSpeed | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncEventStream[TTSSSEEvent]:
        """Turn a transcript into audio, event by event. This is a former name of `generate_sse`, with its arguments."""
        warn_of_former_name("tts.sse", "tts.generate_sse")
        return await self.generate_sse(
            model_id=model_id,
            transcript=transcript,
            voice=voice,
            output_format=output_format,
            language=language,
            generation_config=generation_config,
            pronunciation_dict_id=pronunciation_dict_id,
            add_timestamps=add_timestamps,
            add_phoneme_timestamps=add_phoneme_timestamps,
            use_normalized_timestamps=use_normalized_timestamps,
            context_id=context_id,
            speed=speed,
            timeout=timeout,
            total=total,
            max_retries=max_retries,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
        )

    async def infill(
        self,
        *,
        left_audio: FileInput | Unset = UNSET,
        right_audio: FileInput | Unset = UNSET,
        model_id: InfillModel | str | Unset = UNSET,
        language: str | Unset = UNSET,
        transcript: str | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format: MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam
        | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Audio:
        """Fill a gap between two clips with speech."""
        check(
            "POST /infill/bytes",
            ("left_audio", left_audio, "file | None"),
            ("right_audio", right_audio, "file | None"),
            ("model_id", model_id, "str | None"),
            ("language", language, "str | None"),
            ("transcript", transcript, "str | None"),
            ("voice_id", voice_id, "str | None"),
            ("output_format", output_format, "dict | None"),
        )
        from ...api.tts import tts_infill as op

        return await self._session.read(
            op._get_kwargs(
                body=form_body(
                    {
                        "left_audio": left_audio,
                        "right_audio": right_audio,
                        "model_id": model_id,
                        "language": language,
                        "transcript": transcript,
                        "voice_id": voice_id,
                        "output_format": output_format,
                    },
                    files=("left_audio", "right_audio"),
                )
            ),
            output_format,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )

    def infill_stream(
        self,
        *,
        left_audio: FileInput | Unset = UNSET,
        right_audio: FileInput | Unset = UNSET,
        model_id: InfillModel | str | Unset = UNSET,
        language: str | Unset = UNSET,
        transcript: str | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        output_format: MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam
        | Unset = UNSET,
        timeout: float | httpx.Timeout | None | Unset = UNSET,
        total: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncAudioStream:
        """Fill a gap between two clips with speech, a chunk at a time."""
        check(
            "POST /infill/bytes",
            ("left_audio", left_audio, "file | None"),
            ("right_audio", right_audio, "file | None"),
            ("model_id", model_id, "str | None"),
            ("language", language, "str | None"),
            ("transcript", transcript, "str | None"),
            ("voice_id", voice_id, "str | None"),
            ("output_format", output_format, "dict | None"),
        )
        from ...api.tts import tts_infill as op

        return self._session.stream(
            op._get_kwargs(
                body=form_body(
                    {
                        "left_audio": left_audio,
                        "right_audio": right_audio,
                        "model_id": model_id,
                        "language": language,
                        "transcript": transcript,
                        "voice_id": voice_id,
                        "output_format": output_format,
                    },
                    files=("left_audio", "right_audio"),
                )
            ),
            output_format,
            CallOptions(timeout, max_retries, extra_headers, extra_query, total, extra_body),
        )


if TYPE_CHECKING:

    class TtsResourceWithRawResponse:
        """Methods of `client.tts.with_raw_response`."""

        generate = RawBinaryMethod(TtsResource.generate)
        bytes = RawBinaryMethod(TtsResource.generate)
        generate_sse = RawMethod(TtsResource.generate_sse)
        sse = RawMethod(TtsResource.generate_sse)
        infill = RawBinaryMethod(TtsResource.infill)

    class TtsResourceWithStreamingResponse:
        """Methods of `client.tts.with_streaming_response`."""

        generate = StreamingBinaryMethod(TtsResource.generate)
        bytes = StreamingBinaryMethod(TtsResource.generate)
        generate_sse = StreamingMethod(TtsResource.generate_sse)
        sse = StreamingMethod(TtsResource.generate_sse)
        infill = StreamingBinaryMethod(TtsResource.infill)

    class AsyncTtsResourceWithRawResponse:
        """Methods of `client.tts.with_raw_response`."""

        generate = AsyncRawBinaryMethod(AsyncTtsResource.generate)
        bytes = AsyncRawBinaryMethod(AsyncTtsResource.generate)
        generate_sse = AsyncRawMethod(AsyncTtsResource.generate_sse)
        sse = AsyncRawMethod(AsyncTtsResource.generate_sse)
        infill = AsyncRawBinaryMethod(AsyncTtsResource.infill)

    class AsyncTtsResourceWithStreamingResponse:
        """Methods of `client.tts.with_streaming_response`."""

        generate = AsyncStreamingBinaryMethod(AsyncTtsResource.generate)
        bytes = AsyncStreamingBinaryMethod(AsyncTtsResource.generate)
        generate_sse = AsyncStreamingMethod(AsyncTtsResource.generate_sse)
        sse = AsyncStreamingMethod(AsyncTtsResource.generate_sse)
        infill = AsyncStreamingBinaryMethod(AsyncTtsResource.infill)
