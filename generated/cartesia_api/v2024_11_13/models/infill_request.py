# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.mp3_output_format import MP3OutputFormat
from ...models.wav_output_format import WAVOutputFormat
from ...types import File
from .emotion_deprecated import EmotionDeprecated
from .natural_specifier import NaturalSpecifier
from .raw_output_format import RawOutputFormat


class InfillRequest(Model):
    """Two clips, of which one may be missing, and what to say between them."""

    _json_names = {
        "voice_experimental_controlsspeed": "voice[__experimental_controls][speed]",
        "voice_experimental_controlsemotion": "voice[__experimental_controls][emotion][]",
    }
    left_audio: File
    right_audio: File
    model_id: str
    """Id of the model, such as `sonic-2`."""
    language: str
    transcript: str
    voice_id: str
    output_format: MP3OutputFormat | RawOutputFormat | WAVOutputFormat
    voice_experimental_controlsspeed: float | NaturalSpecifier | None = None
    """Speed of the speech, as a number or in words."""
    voice_experimental_controlsemotion: list[EmotionDeprecated] | None = None
    """Emotions, each with its strength."""
