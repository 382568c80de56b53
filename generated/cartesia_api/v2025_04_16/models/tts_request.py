# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.generation_config import GenerationConfig
from ...models.model_speed import ModelSpeed
from ...models.mp3_output_format import MP3OutputFormat
from ...models.raw_output_format import RawOutputFormat
from ...models.wav_output_format import WAVOutputFormat
from ...v2026_03_01.models.supported_language import SupportedLanguage
from ...v2026_03_01.models.voice_specifier import VoiceSpecifier


class TTSRequest(Model):
    """A transcript to be spoken at once."""

    _nullable = frozenset(["language", "pronunciation_dict_id", "save", "duration"])
    _deprecated = frozenset(["speed", "duration"])
    model_id: str
    """Id of the model, such as `sonic-2`."""
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
    duration: float | None = None
    """Seconds that the speech lasts at most; what does not fit may be cut off. Deprecated."""
