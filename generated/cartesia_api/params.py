# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Nested objects of requests as dicts, so that callers need not import the models."""

from typing import Literal, NotRequired, TypedDict

from .models.emotion import Emotion
from .models.mp3_bit_rate import MP3BitRate
from .models.raw_encoding import RawEncoding
from .models.sample_rate import SampleRate

__all__ = (
    "TokenGrantParam",
    "PronunciationDictItemParam",
    "TTSRequestVoiceObjectParam",
    "MP3OutputFormatParam",
    "RawOutputFormatParam",
    "WAVOutputFormatParam",
    "GenerationConfigParam",
)


class TokenGrantParam(TypedDict):
    """Groups of operations that accept the token. As a dict."""

    tts: NotRequired[bool | None]
    """Text to speech: `/tts/bytes`, `/tts/sse` and the text-to-speech socket."""
    stt: NotRequired[bool | None]
    """Speech to text: `/stt` and the speech-to-text sockets."""
    agent: NotRequired[bool | None]
    """The agent socket."""


class PronunciationDictItemParam(TypedDict):
    """How one word is spoken. As a dict."""

    text: str
    """The word as it is written."""
    alias: str
    """What is spoken instead, as text or, between `<<` and `>>`, as phonemes."""
    case_sensitive: NotRequired[bool]
    """Whether capitals have to be as written. Without it every spelling in capitals or small letters matches; only sonic-3.6 and newer tell the two apart (the service's default is false)."""


class TTSRequestVoiceObjectParam(TypedDict):
    """A voice by its id. As a dict."""

    id: str
    """Id of the voice."""


class MP3OutputFormatParam(TypedDict):
    """An MP3 file. As a dict."""

    container: Literal["mp3"]
    """An MP3 file."""
    sample_rate: SampleRate
    """Samples per second, in Hz."""
    bit_rate: MP3BitRate
    """Bits per second."""


class RawOutputFormatParam(TypedDict):
    """Samples without a header. As a dict."""

    container: Literal["raw"]
    """Samples without a header."""
    encoding: RawEncoding
    """How one sample is written."""
    sample_rate: SampleRate
    """Samples per second, in Hz."""


class WAVOutputFormatParam(TypedDict):
    """A WAV file. As a dict."""

    container: Literal["wav"]
    """A WAV file."""
    encoding: RawEncoding
    """How one sample is written."""
    sample_rate: SampleRate
    """Samples per second, in Hz."""


class GenerationConfigParam(TypedDict):
    """How the transcript is spoken. For sonic-3 and newer; older models ignore it. As a dict."""

    volume: NotRequired[float]
    """Loudness as a multiple of the normal one (0.5 to 2.0; the service's default is 1.0)."""
    speed: NotRequired[float]
    """Speed as a multiple of the normal one (0.6 to 1.5; the service's default is 1.0)."""
    emotion: NotRequired[Emotion | str]
    """An emotion to aim for. Best supported are neutral, calm, angry, content, sad and scared."""
