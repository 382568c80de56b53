# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Nested objects of requests as dicts, so that callers need not import the models."""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from ..models.generation_config import GenerationConfig
from ..models.model_speed import ModelSpeed
from ..models.raw_output_format import RawOutputFormat
from ..params import (
    AgentStreamAgentParam,
    AgentStreamConfigParam,
    AgentStreamCustomParam,
    AgentStreamDTMFParam,
    AgentStreamMediaInputParam,
    AgentStreamMediaParam,
    AgentStreamStartParam,
    CancelContextRequestParam,
    GenerationConfigParam,
    MP3OutputFormatParam,
    RawOutputFormatParam,
    TokenGrantParam,
    WAVOutputFormatParam,
)
from ..v2026_03_01.models.supported_language import SupportedLanguage
from ..v2026_03_01.models.voice_specifier import VoiceSpecifier
from ..v2026_03_01.params import VoiceSpecifierParam

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


class PronunciationDictItemParam(TypedDict):
    """How one word is spoken. As a dict."""

    text: str
    """The word as it is written."""
    alias: str
    """What is spoken instead, as text or, between `<<` and `>>`, as phonemes."""
    pronunciation: NotRequired[str]
    """The same as `alias` (100 characters at most)."""


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
