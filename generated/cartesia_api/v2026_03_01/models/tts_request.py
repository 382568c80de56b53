# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.generation_config import GenerationConfig
from ...models.model_speed import ModelSpeed
from ...models.mp3_output_format import MP3OutputFormat
from ...models.raw_output_format import RawOutputFormat
from ...models.tts_model import TTSModel
from ...models.wav_output_format import WAVOutputFormat
from .supported_language import SupportedLanguage
from .voice_specifier import VoiceSpecifier


class TTSRequest(Model):
    """A transcript to be spoken at once."""

    _nullable = frozenset(["language", "pronunciation_dict_id", "save"])
    _deprecated = frozenset(["speed"])
    model_id: str | TTSModel
    transcript: str
    voice: VoiceSpecifier
    """A voice by its id."""
    output_format: MP3OutputFormat | RawOutputFormat | WAVOutputFormat
    language: str | SupportedLanguage | None = None
    """Language of the transcript, such as `en`."""
    generation_config: GenerationConfig | None = None
    pronunciation_dict_id: str | None = None
    save: bool | None = None
    speed: ModelSpeed | None = None
