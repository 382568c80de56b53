# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.model_speed import ModelSpeed
from ...models.mp3_output_format import MP3OutputFormat
from ...models.wav_output_format import WAVOutputFormat
from .generation_config import GenerationConfig
from .raw_output_format import RawOutputFormat
from .supported_language import SupportedLanguage
from .tts_request_embedding_specifier import TTSRequestEmbeddingSpecifier
from .tts_request_id_specifier import TTSRequestIdSpecifier


class TTSRequest(Model):
    """A transcript to be spoken at once."""

    _nullable = frozenset(["language", "duration"])
    _deprecated = frozenset(["speed", "duration"])
    model_id: str
    """Id of the model, such as `sonic-2`."""
    transcript: str
    voice: TTSRequestEmbeddingSpecifier | TTSRequestIdSpecifier
    """A voice, by its id or as an embedding."""
    output_format: MP3OutputFormat | RawOutputFormat | WAVOutputFormat
    language: str | SupportedLanguage | None = None
    """Language of the transcript, such as `en`."""
    generation_config: GenerationConfig | None = None
    speed: ModelSpeed | None = None
    duration: float | None = None
    """Seconds that the speech lasts at most; what does not fit may be cut off. Deprecated."""
