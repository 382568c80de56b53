# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.generation_config import GenerationConfig
from ...models.model_speed import ModelSpeed
from ...models.raw_output_format import RawOutputFormat
from ...v2026_03_01.models.supported_language import SupportedLanguage
from ...v2026_03_01.models.voice_specifier import VoiceSpecifier


class TTSSSERequest(Model):
    """A transcript to be spoken, event by event."""

    _nullable = frozenset(
        [
            "pronunciation_dict_id",
            "add_timestamps",
            "add_phoneme_timestamps",
            "use_normalized_timestamps",
            "context_id",
            "duration",
        ]
    )
    _deprecated = frozenset(["speed", "duration"])
    model_id: str
    """Id of the model, such as `sonic-2`."""
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
    duration: float | None = None
    """Seconds that the speech lasts at most; what does not fit may be cut off. Deprecated."""
