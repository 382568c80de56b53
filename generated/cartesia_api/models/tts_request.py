# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .generation_config import GenerationConfig
from .model_speed import ModelSpeed
from .mp3_output_format import MP3OutputFormat
from .raw_output_format import RawOutputFormat
from .supported_language import SupportedLanguage
from .tts_model import TTSModel
from .tts_request_voice_object import TTSRequestVoiceObject
from .wav_output_format import WAVOutputFormat


class TTSRequest(Model):
    """A transcript to be spoken at once."""

    _nullable = frozenset(["language", "locale", "normalization", "pronunciation_dict_id", "save"])
    _deprecated = frozenset(["speed"])
    model_id: str | TTSModel
    """Id of the model that speaks, such as `sonic-3.5`. Dated snapshots and newer models are accepted, too."""
    transcript: str
    """The text to speak. It may hold tags such as `<break time="1s"/>` and `<spell>...</spell>`, and phonemes between `<<` and `>>`. Text without anything to say (empty, or punctuation only) is rejected."""
    voice: str | TTSRequestVoiceObject
    """A voice, as its id or as an object."""
    output_format: MP3OutputFormat | RawOutputFormat | WAVOutputFormat
    """Container, encoding and sample rate of the audio."""
    language: str | SupportedLanguage | None = None
    """Language of the transcript, such as `en`; a locale such as `en-GB` is accepted, too. Not together with `locale`."""
    locale: str | None = None
    """Language or locale of the speech, such as `en` or `en-GB`. Not together with `language`."""
    normalization: str | None = None
    """How numbers, dates and the like are written out before they are spoken: `auto`, `off`, or the code of the locale whose rules apply."""
    generation_config: GenerationConfig | None = None
    """How the transcript is spoken. For sonic-3 and newer; older models ignore it."""
    pronunciation_dict_id: str | None = None
    """Id of a pronunciation dictionary to apply; sonic-3 and newer."""
    save: bool | None = None
    """Whether the service keeps the audio; its id is then in the header `Cartesia-File- ID`."""
    speed: ModelSpeed | None = None
    """Coarse speed of the speech. Deprecated."""
