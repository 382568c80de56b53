# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.mp3_output_format import MP3OutputFormat
from ...models.raw_output_format import RawOutputFormat
from ...models.wav_output_format import WAVOutputFormat
from ...types import File


class InfillRequest(Model):
    """Two clips, of which one may be missing, and what to say between them."""

    left_audio: File | None = None
    right_audio: File | None = None
    model_id: str | None = None
    """Id of the model, such as `sonic-2`."""
    language: str | None = None
    transcript: str | None = None
    voice_id: str | None = None
    output_format: MP3OutputFormat | RawOutputFormat | WAVOutputFormat | None = None
