# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Nested objects of requests as dicts, so that callers need not import the models."""

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypedDict

from ..models.model_speed import ModelSpeed
from ..models.raw_encoding import RawEncoding
from ..models.sample_rate import SampleRate
from ..params import CancelContextRequestParam, MP3OutputFormatParam, WAVOutputFormatParam
from .models.controls import Controls
from .models.emotion_deprecated import EmotionDeprecated
from .models.generation_config import GenerationConfig
from .models.natural_specifier import NaturalSpecifier
from .models.raw_output_format import RawOutputFormat
from .models.supported_language import SupportedLanguage
from .models.tts_request_embedding_specifier import TTSRequestEmbeddingSpecifier
from .models.tts_request_id_specifier import TTSRequestIdSpecifier

__all__ = (
    "TokenGrantParam",
    "TTSRequestEmbeddingSpecifierParam",
    "ControlsParam",
    "TTSRequestIdSpecifierParam",
    "MP3OutputFormatParam",
    "RawOutputFormatParam",
    "WAVOutputFormatParam",
    "GenerationConfigParam",
    "EmbeddingSpecifierParam",
    "IdSpecifierParam",
    "GenerationRequestParam",
    "CancelContextRequestParam",
)


class TokenGrantParam(TypedDict):
    """Groups of operations that accept the token. As a dict."""

    tts: NotRequired[bool | None]
    """Text to speech: `/tts/bytes`, `/tts/sse` and the text-to-speech socket."""
    stt: NotRequired[bool | None]
    """Speech to text: `/stt` and the speech-to-text sockets."""


_TTSRequestEmbeddingSpecifierKeywords = TypedDict(
    "_TTSRequestEmbeddingSpecifierKeywords",
    {"__experimental_controls": NotRequired["Controls | ControlsParam"]},
)


class TTSRequestEmbeddingSpecifierParam(_TTSRequestEmbeddingSpecifierKeywords):
    """A voice as an embedding. As a dict."""

    mode: Literal["embedding"]
    """Says that the voice is given as an embedding."""
    embedding: Sequence[float]
    """The voice."""


class ControlsParam(TypedDict):
    """Speed and emotion of the speech. Newer models ignore them. As a dict."""

    speed: float | NaturalSpecifier
    """Speed of the speech."""
    emotion: Sequence[EmotionDeprecated]
    """Emotions, each with its strength."""


_TTSRequestIdSpecifierKeywords = TypedDict(
    "_TTSRequestIdSpecifierKeywords",
    {"__experimental_controls": NotRequired["Controls | ControlsParam"]},
)


class TTSRequestIdSpecifierParam(_TTSRequestIdSpecifierKeywords):
    """A voice by its id. As a dict."""

    mode: Literal["id"]
    """Says that the voice is given by its id."""
    id: str
    """Id of the voice."""


class RawOutputFormatParam(TypedDict):
    """Samples without a header. As a dict."""

    container: Literal["raw"]
    """Samples without a header."""
    encoding: RawEncoding
    """How one sample is written."""
    sample_rate: SampleRate
    """Samples per second, in Hz."""
    bit_rate: NotRequired[int | None]
    """Of no meaning for raw audio."""


class GenerationConfigParam(TypedDict):
    """How the transcript is spoken. For sonic-3 and newer; older models ignore it. As a dict."""

    volume: NotRequired[float]
    """Loudness as a multiple of the normal one (0.5 to 2.0; the service's default is 1.0)."""
    speed: NotRequired[float]
    """Speed as a multiple of the normal one (0.6 to 1.5; the service's default is 1.0)."""
    emotion: NotRequired[str]
    """An emotion to aim for. Best supported are neutral, calm, angry, content, sad and scared."""


class EmbeddingSpecifierParam(TypedDict):
    """A voice by its embedding, and its share of the mix. As a dict."""

    embedding: Sequence[float]
    """The voice."""
    weight: float
    """Share of the voice."""


class IdSpecifierParam(TypedDict):
    """A voice by its id, and its share of the mix. As a dict."""

    id: str
    """Id of the voice."""
    weight: float
    """Share of the voice."""


_GenerationRequestKeywords = TypedDict(
    "_GenerationRequestKeywords", {"continue": NotRequired[bool | None]}
)


class GenerationRequestParam(_GenerationRequestKeywords):
    """Text for a context of the socket. The first message with a new id opens the context. As a dict."""

    model_id: str
    """Id of the model, such as `sonic-2`."""
    transcript: str
    """The next piece of text, appended as it is; empty to finish or to flush."""
    voice: "TTSRequestEmbeddingSpecifier | TTSRequestEmbeddingSpecifierParam | TTSRequestIdSpecifier | TTSRequestIdSpecifierParam | Mapping[str, str]"
    """The voice that speaks, by its id or as an embedding."""
    output_format: "RawOutputFormat | RawOutputFormatParam"
    """Encoding and sample rate of the audio; raw audio only. Stays the same within a context."""
    context_id: NotRequired[str]
    """Id of the context, chosen by the client and unique on the socket."""
    language: NotRequired[str | SupportedLanguage]
    """Language of the text; stays the same within a context."""
    generation_config: NotRequired["GenerationConfig | GenerationConfigParam"]
    """Loudness, speed and emotion of the speech."""
    flush: NotRequired[bool | None]
    """Whether to speak what has been held back; needs an empty transcript, and `continue`."""
    max_buffer_delay_ms: NotRequired[int | None]
    """How many milliseconds text may be held back to be spoken with what follows; 0 speaks each piece at once (0 to 1000; the service's default is 0)."""
    add_timestamps: NotRequired[bool | None]
    """Whether to send the times of words (the service's default is false)."""
    add_phoneme_timestamps: NotRequired[bool | None]
    """Whether to send the times of phonemes (the service's default is false)."""
    use_normalized_timestamps: NotRequired[bool | None]
    """Whether times are those of the words as spoken out, rather than as written."""
    speed: NotRequired[ModelSpeed]
    """Coarse speed. Use `generation_config.speed` instead (the service's default is normal; deprecated)."""
    duration: NotRequired[float | None]
    """Seconds that the speech lasts at most; what does not fit may be cut off. Current models ignore it (deprecated)."""
