# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.generation_config import GenerationConfig
from ...models.model_speed import ModelSpeed
from ...models.raw_output_format import RawOutputFormat
from ...models.tts_model import TTSModel
from .supported_language import SupportedLanguage
from .voice_specifier import VoiceSpecifier


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
    transcript: str
    voice: VoiceSpecifier
    """A voice by its id."""
    output_format: RawOutputFormat
    context_id: str
    language: str | SupportedLanguage | None = None
    generation_config: GenerationConfig | None = None
    continue_: bool | None = None
    flush: bool | None = None
    max_buffer_delay_ms: int | None = None
    add_timestamps: bool | None = None
    add_phoneme_timestamps: bool | None = None
    use_normalized_timestamps: bool | None = None
    pronunciation_dict_id: str | None = None
    speed: ModelSpeed | None = None
    duration: float | None = None
