# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Nested objects of requests as dicts, so that callers need not import the models."""

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, TypedDict

from .models.agent_stream_agent import AgentStreamAgent
from .models.agent_stream_config import AgentStreamConfig
from .models.agent_stream_custom_metadata import AgentStreamCustomMetadata
from .models.agent_stream_input_format import AgentStreamInputFormat
from .models.agent_stream_media import AgentStreamMedia
from .models.agent_stream_start_metadata import AgentStreamStartMetadata
from .models.emotion import Emotion
from .models.generation_config import GenerationConfig
from .models.model_speed import ModelSpeed
from .models.mp3_bit_rate import MP3BitRate
from .models.raw_encoding import RawEncoding
from .models.raw_output_format import RawOutputFormat
from .models.sample_rate import SampleRate
from .models.stt_auto_finalize_config_command_turn import STTAutoFinalizeConfigCommandTurn
from .models.supported_language import SupportedLanguage
from .models.tts_model import TTSModel
from .models.tts_request_voice_object import TTSRequestVoiceObject

__all__ = (
    "TokenGrantParam",
    "PronunciationDictItemParam",
    "TTSRequestVoiceObjectParam",
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
    "STTAutoFinalizeCloseCommandParam",
    "STTAutoFinalizeConfigCommandParam",
    "STTAutoFinalizeConfigCommandTurnParam",
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
    case_sensitive: NotRequired[bool]
    """Whether capitals have to be as written. Without it every spelling in capitals or small letters matches; only sonic-3.6 and newer tell the two apart (the service's default is false)."""


class TTSRequestVoiceObjectParam(TypedDict):
    """A voice by its id. As a dict."""

    id: str
    """Id of the voice."""
    mode: NotRequired[Literal["id"]]
    """Left out of the request: only older versions required it."""


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


class STTAutoFinalizeCloseCommandParam(TypedDict):
    """Ends the session; what has been heard is still answered. As a dict."""

    type: Literal["close"]
    """Kind of the command."""


class STTAutoFinalizeConfigCommandParam(TypedDict):
    """Changes how turns are found. As a dict."""

    type: Literal["config"]
    """Kind of the command."""
    turn: NotRequired["STTAutoFinalizeConfigCommandTurn | STTAutoFinalizeConfigCommandTurnParam"]
    """What to change."""


class STTAutoFinalizeConfigCommandTurnParam(TypedDict):
    """How turns are found; what is absent stays as it is. As a dict."""

    start_threshold: NotRequired[float]
    """Above this a turn begins (0.5 to 0.9)."""
    eager_end_threshold: NotRequired[float]
    """Below this a turn may have ended (0.3 to 0.6)."""
    end_threshold: NotRequired[float]
    """Below this a turn has ended (0.05 to 0.5)."""
    end_timeout_ms: NotRequired[float]
    """Milliseconds after the last speech at which a turn ends at the latest (640 to 11200)."""


_GenerationRequestKeywords = TypedDict(
    "_GenerationRequestKeywords", {"continue": NotRequired[bool | None]}
)


class GenerationRequestParam(_GenerationRequestKeywords):
    """Text for a context of the socket. The first message with a new id opens the context. As a dict."""

    model_id: str | TTSModel
    """Id of the model that speaks; stays the same within a context."""
    transcript: str
    """The next piece of text, appended as it is; empty to finish or to flush."""
    voice: "str | TTSRequestVoiceObject | TTSRequestVoiceObjectParam | Mapping[str, str]"
    """The voice that speaks; stays the same within a context."""
    output_format: "RawOutputFormat | RawOutputFormatParam"
    """Encoding and sample rate of the audio; raw audio only. Stays the same within a context."""
    context_id: str
    """Id of the context, chosen by the client and unique on the socket."""
    language: NotRequired[str | SupportedLanguage]
    """Language of the text; stays the same within a context."""
    locale: NotRequired[str]
    """Locale of the speech; not together with `language`."""
    normalization: NotRequired[str]
    """How numbers, dates and the like are written out: `auto`, `off`, or the code of a locale."""
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
