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

        Args:
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
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

        Args:
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
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

        Args:
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
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

        Args:
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
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

        Args:
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
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

        Args:
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
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

        Args:
            model_id: Id of the model, such as `sonic-2`.
            voice: The voice that speaks, by its id or as an embedding.
            max_buffer_delay_ms: How many milliseconds text may be held back to be spoken with
                what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0).
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
