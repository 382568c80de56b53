# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .generation_config import GenerationConfig
from .model_speed import ModelSpeed
from .raw_output_format import RawOutputFormat
from .supported_language import SupportedLanguage
from .tts_model import TTSModel
from .tts_request_voice_object import TTSRequestVoiceObject


class TTSSSERequest(Model):
    """A transcript to be spoken, event by event."""

    _nullable = frozenset(
        [
            "language",
            "locale",
            "normalization",
            "pronunciation_dict_id",
            "add_timestamps",
            "add_phoneme_timestamps",
            "use_normalized_timestamps",
            "context_id",
        ]
    )
    _deprecated = frozenset(["speed"])
    model_id: str | TTSModel
    """Id of the model that speaks."""
    transcript: str
    """The text to speak."""
    voice: str | TTSRequestVoiceObject
    """A voice, as its id or as an object."""
    output_format: RawOutputFormat
    """Samples without a header."""
    language: str | SupportedLanguage | None = None
    """Language of the transcript, such as `en`. Not together with `locale`."""
    locale: str | None = None
    """Language or locale of the speech, such as `en-GB`. Not together with `language`."""
    normalization: str | None = None
    """How numbers, dates and the like are written out: `auto`, `off`, or the code of a locale."""
    generation_config: GenerationConfig | None = None
    """How the transcript is spoken. For sonic-3 and newer; older models ignore it."""
    pronunciation_dict_id: str | None = None
    """Id of a pronunciation dictionary to apply."""
    add_timestamps: bool | None = None
    """Whether to send the times of words."""
    add_phoneme_timestamps: bool | None = None
    """Whether to send the times of phonemes."""
    use_normalized_timestamps: bool | None = None
    """Whether times are those of the words as spoken out, rather than as written."""
    context_id: str | None = None
    """An id that every event then carries."""
    speed: ModelSpeed | None = None
    """Coarse speed of the speech. Deprecated."""
