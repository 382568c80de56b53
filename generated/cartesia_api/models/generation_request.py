# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .generation_config import GenerationConfig
from .model_speed import ModelSpeed
from .raw_output_format import RawOutputFormat
from .supported_language import SupportedLanguage
from .tts_model import TTSModel
from .tts_request_voice_object import TTSRequestVoiceObject


class GenerationRequest(Model):
    """Text for a context of the socket. The first message with a new id opens the context."""

    _json_names = {"continue_": "continue"}
    _nullable = frozenset(
        [
            "continue_",
            "flush",
            "max_buffer_delay_ms",
            "add_timestamps",
            "add_phoneme_timestamps",
            "use_normalized_timestamps",
            "pronunciation_dict_id",
            "duration",
        ]
    )
    _deprecated = frozenset(["speed", "duration"])
    model_id: str | TTSModel
    """Id of the model that speaks; stays the same within a context."""
    transcript: str
    """The next piece of text, appended as it is; empty to finish or to flush."""
    voice: str | TTSRequestVoiceObject
    """A voice, as its id or as an object."""
    output_format: RawOutputFormat
    """Samples without a header."""
    context_id: str
    """Id of the context, chosen by the client and unique on the socket."""
    language: str | SupportedLanguage | None = None
    """Language of the text; stays the same within a context."""
    locale: str | None = None
    """Locale of the speech; not together with `language`."""
    normalization: str | None = None
    """How numbers, dates and the like are written out: `auto`, `off`, or the code of a locale."""
    generation_config: GenerationConfig | None = None
    """How the transcript is spoken. For sonic-3 and newer; older models ignore it."""
    continue_: bool | None = None
    """Whether more text may follow."""
    flush: bool | None = None
    """Whether to speak what has been held back; needs an empty transcript, and `continue`."""
    max_buffer_delay_ms: int | None = None
    """How many milliseconds text may be held back to be spoken with what follows; 0 speaks each piece at once."""
    add_timestamps: bool | None = None
    """Whether to send the times of words."""
    add_phoneme_timestamps: bool | None = None
    """Whether to send the times of phonemes."""
    use_normalized_timestamps: bool | None = None
    """Whether times are those of the words as spoken out, rather than as written."""
    pronunciation_dict_id: str | None = None
    """Id of a pronunciation dictionary to apply."""
    speed: ModelSpeed | None = None
    """Coarse speed of the speech. Deprecated."""
    duration: float | None = None
    """Seconds that the speech lasts at most; what does not fit may be cut off. Current models ignore it. Deprecated."""
