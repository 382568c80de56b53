# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.model_speed import ModelSpeed
from .generation_config import GenerationConfig
from .raw_output_format import RawOutputFormat
from .supported_language import SupportedLanguage
from .tts_request_embedding_specifier import TTSRequestEmbeddingSpecifier
from .tts_request_id_specifier import TTSRequestIdSpecifier


class TTSSSERequest(Model):
    """A transcript to be spoken, event by event."""

    _nullable = frozenset(
        [
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
    voice: TTSRequestEmbeddingSpecifier | TTSRequestIdSpecifier
    """A voice, by its id or as an embedding."""
    output_format: RawOutputFormat
    language: str | SupportedLanguage | None = None
    """Language of the transcript, such as `en`."""
    generation_config: GenerationConfig | None = None
    add_timestamps: bool | None = None
    add_phoneme_timestamps: bool | None = None
    use_normalized_timestamps: bool | None = None
    context_id: str | None = None
    speed: ModelSpeed | None = None
    duration: float | None = None
    """Seconds that the speech lasts at most; what does not fit may be cut off. Deprecated."""
