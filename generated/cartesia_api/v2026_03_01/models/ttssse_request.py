# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.generation_config import GenerationConfig
from ...models.model_speed import ModelSpeed
from ...models.raw_output_format import RawOutputFormat
from ...models.tts_model import TTSModel
from .supported_language import SupportedLanguage
from .voice_specifier import VoiceSpecifier


class TTSSSERequest(Model):
    """A transcript to be spoken, event by event."""

    _nullable = frozenset(
        [
            "pronunciation_dict_id",
            "add_timestamps",
            "add_phoneme_timestamps",
            "use_normalized_timestamps",
            "context_id",
        ]
    )
    _deprecated = frozenset(["speed"])
    model_id: str | TTSModel
    transcript: str
    voice: VoiceSpecifier
    """A voice by its id."""
    output_format: RawOutputFormat
    language: str | SupportedLanguage | None = None
    """Language of the transcript, such as `en`."""
    generation_config: GenerationConfig | None = None
    pronunciation_dict_id: str | None = None
    add_timestamps: bool | None = None
    add_phoneme_timestamps: bool | None = None
    use_normalized_timestamps: bool | None = None
    context_id: str | None = None
    speed: ModelSpeed | None = None
