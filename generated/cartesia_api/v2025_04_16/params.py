# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Nested objects of requests as dicts, so that callers need not import the models."""

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, TypedDict

from ..models.agent_stream_agent import AgentStreamAgent
from ..models.agent_stream_config import AgentStreamConfig
from ..models.agent_stream_custom_metadata import AgentStreamCustomMetadata
from ..models.agent_stream_input_format import AgentStreamInputFormat
from ..models.agent_stream_media import AgentStreamMedia
from ..models.agent_stream_start_metadata import AgentStreamStartMetadata
from ..models.emotion import Emotion
from ..models.generation_config import GenerationConfig
from ..models.model_speed import ModelSpeed
from ..models.mp3_bit_rate import MP3BitRate
from ..models.raw_encoding import RawEncoding
from ..models.raw_output_format import RawOutputFormat
from ..models.sample_rate import SampleRate
from ..v2026_03_01.models.supported_language import SupportedLanguage
from ..v2026_03_01.models.voice_specifier import VoiceSpecifier

__all__ = (
    "TokenGrantParam",
    "PronunciationDictItemParam",
    "VoiceSpecifierParam",
    "MP3OutputFormatParam",
    "RawOutputFormatParam",
    "WAVOutputFormatParam",
    "GenerationConfigParam",
    "AgentStreamConfigParam",
    "AgentStreamAgentParam",
    "AgentStreamStartParam",
    "AgentStreamMediaInputParam",
    "AgentStreamMediaParam",
    "AgentStreamDTMFParam",
    "AgentStreamCustomParam",
    "GenerationRequestParam",
    "CancelContextRequestParam",
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
    pronunciation: NotRequired[str]
    """The same as `alias` (100 characters at most)."""


class VoiceSpecifierParam(TypedDict):
    """A voice by its id. As a dict."""

    mode: Literal["id"]
    """Says that the voice is given by its id."""
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


class AgentStreamConfigParam(TypedDict):
    """Format of the audio, and the voice. As a dict."""

    input_format: AgentStreamInputFormat | str
    """Encoding and sample rate of the audio, in both directions."""
    voice_id: NotRequired[str]
    """Id of the voice that speaks."""


class AgentStreamAgentParam(TypedDict):
    """What to change of the agent for one call. As a dict."""

    introduction: NotRequired[str]
    """What it says first."""
    system_prompt: NotRequired[str]
    """System prompt."""


class AgentStreamStartParam(TypedDict):
    """Begins the call; the first message, otherwise the service closes the socket. As a dict."""

    event: Literal["start"]
    """Kind of the message."""
    config: "AgentStreamConfig | AgentStreamConfigParam"
    """Format of the audio, in both directions, and the voice."""
    stream_id: NotRequired[str]
    """Id for the stream; made up by the service when it is absent."""
    agent: NotRequired["AgentStreamAgent | AgentStreamAgentParam"]
    """What to change of the agent for this call."""
    metadata: NotRequired[AgentStreamStartMetadata | Mapping[str, Any]]
    """About the call, such as `to` and `from`."""


class AgentStreamMediaInputParam(TypedDict):
    """Audio from the caller. As a dict."""

    event: Literal["media_input"]
    """Kind of the message."""
    stream_id: str
    """Id of the stream."""
    media: "AgentStreamMedia | AgentStreamMediaParam | Mapping[str, str]"
    """The audio."""


class AgentStreamMediaParam(TypedDict):
    """Audio. As a dict."""

    payload: str
    """Audio as base64."""


class AgentStreamDTMFParam(TypedDict):
    """A key that was pressed. As a dict."""

    event: Literal["dtmf"]
    """Kind of the message."""
    stream_id: str
    """Id of the stream."""
    dtmf: str
    """The key: a digit, * or #."""


class AgentStreamCustomParam(TypedDict):
    """Something that the two sides have agreed on. As a dict."""

    event: Literal["custom"]
    """Kind of the message."""
    stream_id: str
    """Id of the stream."""
    metadata: AgentStreamCustomMetadata | Mapping[str, Any]
    """Any content."""


_GenerationRequestKeywords = TypedDict(
    "_GenerationRequestKeywords", {"continue": NotRequired[bool | None]}
)


class GenerationRequestParam(_GenerationRequestKeywords):
    """Text for a context of the socket. The first message with a new id opens the context. As a dict."""

    model_id: str
    """Id of the model, such as `sonic-2`."""
    transcript: str
    """The next piece of text, appended as it is; empty to finish or to flush."""
    voice: "VoiceSpecifier | VoiceSpecifierParam | Mapping[str, str]"
    """The voice that speaks."""
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
    """How many milliseconds text may be held back to be spoken with what follows; 0 speaks each piece at once (0 to 5000; the service's default is 3000)."""
    add_timestamps: NotRequired[bool | None]
    """Whether to send the times of words (the service's default is false)."""
    add_phoneme_timestamps: NotRequired[bool | None]
    """Whether to send the times of phonemes (the service's default is false)."""
    use_normalized_timestamps: NotRequired[bool | None]
    """Whether times are those of the words as spoken out, rather than as written."""
    pronunciation_dict_id: NotRequired[None | str]
    """Id of a pronunciation dictionary to apply."""
    speed: NotRequired[ModelSpeed]
    """Coarse speed. Use `generation_config.speed` instead (the service's default is normal; deprecated)."""
    duration: NotRequired[float | None]
    """Seconds that the speech lasts at most; what does not fit may be cut off. Current models ignore it (deprecated)."""


class CancelContextRequestParam(TypedDict):
    """Ends a context; what has not been spoken yet will not be. As a dict."""

    context_id: str
    """Id of the context."""
    cancel: bool
    """Says that it is to end."""
