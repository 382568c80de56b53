# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Contexts of the text-to-speech socket: a keyword for each field of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from ..frames import FrameFields
from ..hints import Hinted
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping

    from cartesia_client.sockets import tts, tts_context

    from ..models.model_speed import ModelSpeed
    from .models.generation_config import GenerationConfig
    from .models.raw_output_format import RawOutputFormat
    from .models.supported_language import SupportedLanguage
    from .models.tts_request_embedding_specifier import TTSRequestEmbeddingSpecifier
    from .models.tts_request_id_specifier import TTSRequestIdSpecifier
    from .params import (
        GenerationConfigParam,
        RawOutputFormatParam,
        TTSRequestEmbeddingSpecifierParam,
        TTSRequestIdSpecifierParam,
    )
__all__ = (
    "FIXED",
    "REQUIRED",
    "AsyncTTSContextInput",
    "AsyncTTSWebsocket",
    "TTSContextFactory",
    "TTSContextInput",
    "TTSWebsocket",
)

FIXED = ("model_id", "voice", "output_format", "language")
"""Fields that stay the same within a context."""
REQUIRED = ("model_id", "voice", "output_format")
"""Fields that the first frame of a context must have."""
_FIELDS = FrameFields(
    {
        "model_id": "str | None",
        "transcript": "str | None",
        "voice": "dict | str | None",
        "output_format": "dict | None",
        "language": "str | None",
        "generation_config": "dict | None",
        "continue": "bool | None",
        "flush": "bool | None",
        "max_buffer_delay_ms": "int | None",
        "add_timestamps": "bool | None",
        "add_phoneme_timestamps": "bool | None",
        "use_normalized_timestamps": "bool | None",
        "speed": "str | None",
        "duration": "float | None",
    },
    nested={
        "voice": {"mode": True, "id": False, "__experimental_controls": False, "embedding": False},
        "output_format": {
            "container": True,
            "encoding": True,
            "sample_rate": True,
            "bit_rate": False,
        },
        "generation_config": {"volume": False, "speed": False, "emotion": False},
    },
    deprecated={"speed": True, "duration": True},
)
C = TypeVar("C")


class TTSContextInput(Hinted):
    """What sends text to a context."""

    if TYPE_CHECKING:

        def _send_piece(self, transcript: str, fields: dict[str, Any]) -> None: ...
        def _speak(
            self, text: Any, timeout: float | None, fields: dict[str, Any]
        ) -> Iterator[bytes]:
            raise NotImplementedError

    @_FIELDS.method
    def send(
        self,
        transcript: str = "",
        *,
        continue_: bool | None = True,
        model_id: str | None | Unset = UNSET,
        voice: TTSRequestEmbeddingSpecifier
        | TTSRequestEmbeddingSpecifierParam
        | TTSRequestIdSpecifier
        | TTSRequestIdSpecifierParam
        | Mapping[str, str]
        | None
        | Unset = UNSET,
        output_format: RawOutputFormat | RawOutputFormatParam | None | Unset = UNSET,
        language: str | SupportedLanguage | None | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | None | Unset = UNSET,
        flush: bool | None | Unset = UNSET,
        max_buffer_delay_ms: int | None | Unset = UNSET,
        add_timestamps: bool | None | Unset = UNSET,
        add_phoneme_timestamps: bool | None | Unset = UNSET,
        use_normalized_timestamps: bool | None | Unset = UNSET,
        speed: ModelSpeed | None | Unset = UNSET,
        duration: float | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Send a frame with these fields in addition to those of the context.

        model_id, voice, output_format and language stay the same within a context. Any other
        field that is given here holds for this frame, in place of that of the context; None
        leaves it out.

        Args:
            transcript: Text to append as it is; add spaces between pieces yourself.
            continue_: Whether more text may follow. False ends the input, as `no_more_inputs`
                does.
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            output_format: Encoding and sample rate of the audio; raw audio only. Stays the same
                within a context.
            language: Language of the text; stays the same within a context.
            generation_config: Loudness, speed and emotion of the speech.
            flush: Whether to speak what has been held back; needs an empty transcript, and
                `continue`.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
            add_timestamps: Whether to send the times of words (the service's default is false).
            add_phoneme_timestamps: Whether to send the times of phonemes (the service's default
                is false).
            use_normalized_timestamps: Whether times are those of the words as spoken out, rather
                than as written.
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
            duration: Seconds that the speech lasts at most; what does not fit may be cut off.
                Current models ignore it (deprecated).
            extra_body: Fields to add to this frame, for what is newer than this client.

        Raises:
            InvalidRequestError: There is no such field, or one is of the wrong type, cannot be
                sent, or cannot change within the context; or its input has ended. Nothing was
                sent.
            APIStatusError: The service has reported an error for this context; see the subclass.
            IncompleteAudioError: The connection was lost, or the context has expired: the service
                ends it 1 s after its last audio. `unspoken` is the text that was not spoken; send
                it in a new context.
        """
        fields = _FIELDS.given(
            "send",
            {
                "model_id": model_id,
                "voice": voice,
                "output_format": output_format,
                "language": language,
                "generation_config": generation_config,
                "continue": continue_,
                "flush": flush,
                "max_buffer_delay_ms": max_buffer_delay_ms,
                "add_timestamps": add_timestamps,
                "add_phoneme_timestamps": add_phoneme_timestamps,
                "use_normalized_timestamps": use_normalized_timestamps,
                "speed": speed,
                "duration": duration,
            },
            extra_body,
        )
        self._send_piece(transcript, fields)

    @_FIELDS.method
    def push(
        self,
        transcript: str,
        *,
        continue_: bool | None = True,
        model_id: str | None | Unset = UNSET,
        voice: TTSRequestEmbeddingSpecifier
        | TTSRequestEmbeddingSpecifierParam
        | TTSRequestIdSpecifier
        | TTSRequestIdSpecifierParam
        | Mapping[str, str]
        | None
        | Unset = UNSET,
        output_format: RawOutputFormat | RawOutputFormatParam | None | Unset = UNSET,
        language: str | SupportedLanguage | None | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | None | Unset = UNSET,
        flush: bool | None | Unset = UNSET,
        max_buffer_delay_ms: int | None | Unset = UNSET,
        add_timestamps: bool | None | Unset = UNSET,
        add_phoneme_timestamps: bool | None | Unset = UNSET,
        use_normalized_timestamps: bool | None | Unset = UNSET,
        speed: ModelSpeed | None | Unset = UNSET,
        duration: float | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Append a piece of text to the context.

        A character that was cut into two surrogates is sent with the piece that has its second
        half. model_id, voice, output_format and language stay the same within a context. Any
        other field that is given here holds for this frame, in place of that of the context; None
        leaves it out.

        Args:
            transcript: Text to append as it is; add spaces between pieces yourself.
            continue_: Whether more text may follow. False ends the input, as `no_more_inputs`
                does.
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            output_format: Encoding and sample rate of the audio; raw audio only. Stays the same
                within a context.
            language: Language of the text; stays the same within a context.
            generation_config: Loudness, speed and emotion of the speech.
            flush: Whether to speak what has been held back; needs an empty transcript, and
                `continue`.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
            add_timestamps: Whether to send the times of words (the service's default is false).
            add_phoneme_timestamps: Whether to send the times of phonemes (the service's default
                is false).
            use_normalized_timestamps: Whether times are those of the words as spoken out, rather
                than as written.
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
            duration: Seconds that the speech lasts at most; what does not fit may be cut off.
                Current models ignore it (deprecated).
            extra_body: Fields to add to this frame, for what is newer than this client.

        Raises:
            InvalidRequestError: There is no such field, or one is of the wrong type, cannot be
                sent, or cannot change within the context; or its input has ended. Nothing was
                sent.
            APIStatusError: The service has reported an error for this context; see the subclass.
            IncompleteAudioError: The connection was lost, or the context has expired: the service
                ends it 1 s after its last audio. `unspoken` is the text that was not spoken; send
                it in a new context.
        """
        fields = _FIELDS.given(
            "push",
            {
                "model_id": model_id,
                "voice": voice,
                "output_format": output_format,
                "language": language,
                "generation_config": generation_config,
                "continue": continue_,
                "flush": flush,
                "max_buffer_delay_ms": max_buffer_delay_ms,
                "add_timestamps": add_timestamps,
                "add_phoneme_timestamps": add_phoneme_timestamps,
                "use_normalized_timestamps": use_normalized_timestamps,
                "speed": speed,
                "duration": duration,
            },
            extra_body,
        )
        self._send_piece(transcript, fields)

    @_FIELDS.method
    def speak(
        self,
        text: str | Iterable[str],
        *,
        timeout: float | None = None,
        model_id: str | None | Unset = UNSET,
        voice: TTSRequestEmbeddingSpecifier
        | TTSRequestEmbeddingSpecifierParam
        | TTSRequestIdSpecifier
        | TTSRequestIdSpecifierParam
        | Mapping[str, str]
        | None
        | Unset = UNSET,
        output_format: RawOutputFormat | RawOutputFormatParam | None | Unset = UNSET,
        language: str | SupportedLanguage | None | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | None | Unset = UNSET,
        max_buffer_delay_ms: int | None | Unset = UNSET,
        add_timestamps: bool | None | Unset = UNSET,
        add_phoneme_timestamps: bool | None | Unset = UNSET,
        use_normalized_timestamps: bool | None | Unset = UNSET,
        speed: ModelSpeed | None | Unset = UNSET,
        duration: float | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Iterator[bytes]:
        """Push text, whole or piece by piece, end the input, and yield the audio as it arrives.

        Leaving the iteration early, or an error of the iterable, cancels the context. Pieces with
        nothing to speak, such as blanks, punctuation and emoji, are held back at the beginning;
        without any other, nothing is sent, and there is no audio. When no piece came in time and
        the service ended the context, a fresh one with the same fields speaks the rest. Fields
        that are given here hold for this text, in place of those of the context.

        Args:
            text: The text, or an iterable that yields it. Audio that has arrived is yielded after
                each piece.
            timeout: Seconds to wait for each event after the last piece. Default: that of the
                context.
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            output_format: Encoding and sample rate of the audio; raw audio only. Stays the same
                within a context.
            language: Language of the text; stays the same within a context.
            generation_config: Loudness, speed and emotion of the speech.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
            add_timestamps: Whether to send the times of words (the service's default is false).
            add_phoneme_timestamps: Whether to send the times of phonemes (the service's default
                is false).
            use_normalized_timestamps: Whether times are those of the words as spoken out, rather
                than as written.
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
            duration: Seconds that the speech lasts at most; what does not fit may be cut off.
                Current models ignore it (deprecated).
            extra_body: Fields to add to every frame of this text, for what is newer than this
                client.

        Raises:
            InvalidRequestError: There is no such field, or one is of the wrong type, cannot be
                sent, or cannot change within the context; or its input has ended.
            APIStatusError: The service reported an error; see the subclass.
            APITimeoutError: No audio arrived in time.
            IncompleteAudioError: The context ended before it was done: connection lost, or
                cancelled.
        """
        fields = _FIELDS.given(
            "speak",
            {
                "model_id": model_id,
                "voice": voice,
                "output_format": output_format,
                "language": language,
                "generation_config": generation_config,
                "max_buffer_delay_ms": max_buffer_delay_ms,
                "add_timestamps": add_timestamps,
                "add_phoneme_timestamps": add_phoneme_timestamps,
                "use_normalized_timestamps": use_normalized_timestamps,
                "speed": speed,
                "duration": duration,
            },
            extra_body,
        )
        return self._speak(text, timeout, fields)


class AsyncTTSContextInput(Hinted):
    """What sends text to a context."""

    if TYPE_CHECKING:

        async def _send_piece(self, transcript: str, fields: dict[str, Any]) -> None: ...
        def _speak(
            self, text: Any, timeout: float | None, fields: dict[str, Any]
        ) -> AsyncIterator[bytes]:
            raise NotImplementedError

    @_FIELDS.method
    async def send(
        self,
        transcript: str = "",
        *,
        continue_: bool | None = True,
        model_id: str | None | Unset = UNSET,
        voice: TTSRequestEmbeddingSpecifier
        | TTSRequestEmbeddingSpecifierParam
        | TTSRequestIdSpecifier
        | TTSRequestIdSpecifierParam
        | Mapping[str, str]
        | None
        | Unset = UNSET,
        output_format: RawOutputFormat | RawOutputFormatParam | None | Unset = UNSET,
        language: str | SupportedLanguage | None | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | None | Unset = UNSET,
        flush: bool | None | Unset = UNSET,
        max_buffer_delay_ms: int | None | Unset = UNSET,
        add_timestamps: bool | None | Unset = UNSET,
        add_phoneme_timestamps: bool | None | Unset = UNSET,
        use_normalized_timestamps: bool | None | Unset = UNSET,
        speed: ModelSpeed | None | Unset = UNSET,
        duration: float | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Send a frame with these fields in addition to those of the context.

        model_id, voice, output_format and language stay the same within a context. Any other
        field that is given here holds for this frame, in place of that of the context; None
        leaves it out.

        Args:
            transcript: Text to append as it is; add spaces between pieces yourself.
            continue_: Whether more text may follow. False ends the input, as `no_more_inputs`
                does.
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            output_format: Encoding and sample rate of the audio; raw audio only. Stays the same
                within a context.
            language: Language of the text; stays the same within a context.
            generation_config: Loudness, speed and emotion of the speech.
            flush: Whether to speak what has been held back; needs an empty transcript, and
                `continue`.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
            add_timestamps: Whether to send the times of words (the service's default is false).
            add_phoneme_timestamps: Whether to send the times of phonemes (the service's default
                is false).
            use_normalized_timestamps: Whether times are those of the words as spoken out, rather
                than as written.
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
            duration: Seconds that the speech lasts at most; what does not fit may be cut off.
                Current models ignore it (deprecated).
            extra_body: Fields to add to this frame, for what is newer than this client.

        Raises:
            InvalidRequestError: There is no such field, or one is of the wrong type, cannot be
                sent, or cannot change within the context; or its input has ended. Nothing was
                sent.
            APIStatusError: The service has reported an error for this context; see the subclass.
            IncompleteAudioError: The connection was lost, or the context has expired: the service
                ends it 1 s after its last audio. `unspoken` is the text that was not spoken; send
                it in a new context.
        """
        fields = _FIELDS.given(
            "send",
            {
                "model_id": model_id,
                "voice": voice,
                "output_format": output_format,
                "language": language,
                "generation_config": generation_config,
                "continue": continue_,
                "flush": flush,
                "max_buffer_delay_ms": max_buffer_delay_ms,
                "add_timestamps": add_timestamps,
                "add_phoneme_timestamps": add_phoneme_timestamps,
                "use_normalized_timestamps": use_normalized_timestamps,
                "speed": speed,
                "duration": duration,
            },
            extra_body,
        )
        await self._send_piece(transcript, fields)

    @_FIELDS.method
    async def push(
        self,
        transcript: str,
        *,
        continue_: bool | None = True,
        model_id: str | None | Unset = UNSET,
        voice: TTSRequestEmbeddingSpecifier
        | TTSRequestEmbeddingSpecifierParam
        | TTSRequestIdSpecifier
        | TTSRequestIdSpecifierParam
        | Mapping[str, str]
        | None
        | Unset = UNSET,
        output_format: RawOutputFormat | RawOutputFormatParam | None | Unset = UNSET,
        language: str | SupportedLanguage | None | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | None | Unset = UNSET,
        flush: bool | None | Unset = UNSET,
        max_buffer_delay_ms: int | None | Unset = UNSET,
        add_timestamps: bool | None | Unset = UNSET,
        add_phoneme_timestamps: bool | None | Unset = UNSET,
        use_normalized_timestamps: bool | None | Unset = UNSET,
        speed: ModelSpeed | None | Unset = UNSET,
        duration: float | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Append a piece of text to the context.

        A character that was cut into two surrogates is sent with the piece that has its second
        half. model_id, voice, output_format and language stay the same within a context. Any
        other field that is given here holds for this frame, in place of that of the context; None
        leaves it out.

        Args:
            transcript: Text to append as it is; add spaces between pieces yourself.
            continue_: Whether more text may follow. False ends the input, as `no_more_inputs`
                does.
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            output_format: Encoding and sample rate of the audio; raw audio only. Stays the same
                within a context.
            language: Language of the text; stays the same within a context.
            generation_config: Loudness, speed and emotion of the speech.
            flush: Whether to speak what has been held back; needs an empty transcript, and
                `continue`.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
            add_timestamps: Whether to send the times of words (the service's default is false).
            add_phoneme_timestamps: Whether to send the times of phonemes (the service's default
                is false).
            use_normalized_timestamps: Whether times are those of the words as spoken out, rather
                than as written.
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
            duration: Seconds that the speech lasts at most; what does not fit may be cut off.
                Current models ignore it (deprecated).
            extra_body: Fields to add to this frame, for what is newer than this client.

        Raises:
            InvalidRequestError: There is no such field, or one is of the wrong type, cannot be
                sent, or cannot change within the context; or its input has ended. Nothing was
                sent.
            APIStatusError: The service has reported an error for this context; see the subclass.
            IncompleteAudioError: The connection was lost, or the context has expired: the service
                ends it 1 s after its last audio. `unspoken` is the text that was not spoken; send
                it in a new context.
        """
        fields = _FIELDS.given(
            "push",
            {
                "model_id": model_id,
                "voice": voice,
                "output_format": output_format,
                "language": language,
                "generation_config": generation_config,
                "continue": continue_,
                "flush": flush,
                "max_buffer_delay_ms": max_buffer_delay_ms,
                "add_timestamps": add_timestamps,
                "add_phoneme_timestamps": add_phoneme_timestamps,
                "use_normalized_timestamps": use_normalized_timestamps,
                "speed": speed,
                "duration": duration,
            },
            extra_body,
        )
        await self._send_piece(transcript, fields)

    @_FIELDS.method
    def speak(
        self,
        text: str | Iterable[str] | AsyncIterable[str],
        *,
        timeout: float | None = None,
        model_id: str | None | Unset = UNSET,
        voice: TTSRequestEmbeddingSpecifier
        | TTSRequestEmbeddingSpecifierParam
        | TTSRequestIdSpecifier
        | TTSRequestIdSpecifierParam
        | Mapping[str, str]
        | None
        | Unset = UNSET,
        output_format: RawOutputFormat | RawOutputFormatParam | None | Unset = UNSET,
        language: str | SupportedLanguage | None | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | None | Unset = UNSET,
        max_buffer_delay_ms: int | None | Unset = UNSET,
        add_timestamps: bool | None | Unset = UNSET,
        add_phoneme_timestamps: bool | None | Unset = UNSET,
        use_normalized_timestamps: bool | None | Unset = UNSET,
        speed: ModelSpeed | None | Unset = UNSET,
        duration: float | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> AsyncIterator[bytes]:
        """Push text, whole or piece by piece, end the input, and yield the audio as it arrives.

        Leaving the iteration early, or an error of the iterable, cancels the context. Pieces with
        nothing to speak, such as blanks, punctuation and emoji, are held back at the beginning;
        without any other, nothing is sent, and there is no audio. When no piece came in time and
        the service ended the context, a fresh one with the same fields speaks the rest. Fields
        that are given here hold for this text, in place of those of the context.

        Args:
            text: The text, or an iterable that yields it. Audio is yielded while further pieces
                are pushed.
            timeout: Seconds to wait for each event, from the first piece on. Default: that of the
                context.
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            output_format: Encoding and sample rate of the audio; raw audio only. Stays the same
                within a context.
            language: Language of the text; stays the same within a context.
            generation_config: Loudness, speed and emotion of the speech.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
            add_timestamps: Whether to send the times of words (the service's default is false).
            add_phoneme_timestamps: Whether to send the times of phonemes (the service's default
                is false).
            use_normalized_timestamps: Whether times are those of the words as spoken out, rather
                than as written.
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
            duration: Seconds that the speech lasts at most; what does not fit may be cut off.
                Current models ignore it (deprecated).
            extra_body: Fields to add to every frame of this text, for what is newer than this
                client.

        Raises:
            InvalidRequestError: There is no such field, or one is of the wrong type, cannot be
                sent, or cannot change within the context; or its input has ended.
            APIStatusError: The service reported an error; see the subclass.
            APITimeoutError: No audio arrived in time.
            IncompleteAudioError: The context ended before it was done: connection lost, or
                cancelled.
        """
        fields = _FIELDS.given(
            "speak",
            {
                "model_id": model_id,
                "voice": voice,
                "output_format": output_format,
                "language": language,
                "generation_config": generation_config,
                "max_buffer_delay_ms": max_buffer_delay_ms,
                "add_timestamps": add_timestamps,
                "add_phoneme_timestamps": add_phoneme_timestamps,
                "use_normalized_timestamps": use_normalized_timestamps,
                "speed": speed,
                "duration": duration,
            },
            extra_body,
        )
        return self._speak(text, timeout, fields)


class TTSContextFactory(Hinted, Generic[C]):
    """What opens contexts on a socket."""

    inputs: ClassVar[Any] = TTSContextInput
    """What sends text to the contexts of threads, in the same version."""
    async_inputs: ClassVar[Any] = AsyncTTSContextInput
    """The same for asyncio."""
    if TYPE_CHECKING:

        def _new_context(
            self, context_id: str | None, timeout: float | None, fields: dict[str, Any]
        ) -> C:
            raise NotImplementedError

    @_FIELDS.method
    def context(
        self,
        context_id: str | None = None,
        *,
        timeout: float | None = None,
        model_id: str | None | Unset = UNSET,
        voice: TTSRequestEmbeddingSpecifier
        | TTSRequestEmbeddingSpecifierParam
        | TTSRequestIdSpecifier
        | TTSRequestIdSpecifierParam
        | Mapping[str, str]
        | None
        | Unset = UNSET,
        output_format: RawOutputFormat | RawOutputFormatParam | None | Unset = UNSET,
        language: str | SupportedLanguage | None | Unset = UNSET,
        generation_config: GenerationConfig | GenerationConfigParam | None | Unset = UNSET,
        max_buffer_delay_ms: int | None | Unset = UNSET,
        add_timestamps: bool | None | Unset = UNSET,
        add_phoneme_timestamps: bool | None | Unset = UNSET,
        use_normalized_timestamps: bool | None | Unset = UNSET,
        speed: ModelSpeed | None | Unset = UNSET,
        duration: float | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
    ) -> C:
        """Return a new context. Nothing is sent yet.

        Fields that are given here hold for the whole context. Those that it lacks may be given
        with its first piece of text; model_id, voice and output_format are required by then.

        Args:
            context_id: Id of the context, which must not have been used on the connection.
                Default: a new UUID.
            timeout: Seconds to wait for each event when receiving, once text has been sent.
                Default: `response_timeout` of the client, whenever a response is due.
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            output_format: Encoding and sample rate of the audio; raw audio only. Stays the same
                within a context.
            language: Language of the text; stays the same within a context.
            generation_config: Loudness, speed and emotion of the speech.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
            add_timestamps: Whether to send the times of words (the service's default is false).
            add_phoneme_timestamps: Whether to send the times of phonemes (the service's default
                is false).
            use_normalized_timestamps: Whether times are those of the words as spoken out, rather
                than as written.
            speed: Coarse speed. Use `generation_config.speed` instead (the service's default is
                normal; deprecated).
            duration: Seconds that the speech lasts at most; what does not fit may be cut off.
                Current models ignore it (deprecated).
            extra_body: Fields to add to every frame, for what is newer than this client.

        Raises:
            InvalidRequestError: There is no such field, or one is of the wrong type or cannot be
                sent.
        """
        fields = _FIELDS.given(
            "context",
            {
                "model_id": model_id,
                "voice": voice,
                "output_format": output_format,
                "language": language,
                "generation_config": generation_config,
                "max_buffer_delay_ms": max_buffer_delay_ms,
                "add_timestamps": add_timestamps,
                "add_phoneme_timestamps": add_phoneme_timestamps,
                "use_normalized_timestamps": use_normalized_timestamps,
                "speed": speed,
                "duration": duration,
            },
            extra_body,
        )
        return self._new_context(context_id, timeout, fields)


if TYPE_CHECKING:
    # Their keywords are other ones than those of the newest version: that is what they are for.
    class TTSContext(TTSContextInput, tts_context.TTSContext):  # type: ignore[misc]
        """A context, for threads."""

    class TTSWebsocket(TTSContextFactory[TTSContext], tts.TTSWebsocket):  # type: ignore[misc]
        """A socket, for threads."""

    # Their keywords are other ones than those of the newest version: that is what they are for.
    class AsyncTTSContext(AsyncTTSContextInput, tts_context.AsyncTTSContext):  # type: ignore[misc]
        """A context, for asyncio."""

    class AsyncTTSWebsocket(TTSContextFactory[AsyncTTSContext], tts.AsyncTTSWebsocket):  # type: ignore[misc]
        """A socket, for asyncio."""

else:
    TTSWebsocket = AsyncTTSWebsocket = TTSContextFactory
