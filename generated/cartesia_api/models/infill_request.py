# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from ..types import File
from .infill_model import InfillModel
from .mp3_output_format import MP3OutputFormat
from .raw_output_format import RawOutputFormat
from .wav_output_format import WAVOutputFormat


class InfillRequest(Model):
    """Two clips, of which one may be missing, and what to say between them."""

    left_audio: File | None = None
    """The clip before the gap."""
    right_audio: File | None = None
    """The clip after the gap."""
    model_id: InfillModel | str | None = None
    """Id of the model that speaks."""
    language: str | None = None
    """Language of the transcript, such as `en`."""
    transcript: str | None = None
    """The text to speak."""
    voice_id: str | None = None
    """Id of the voice that speaks."""
    output_format: MP3OutputFormat | RawOutputFormat | WAVOutputFormat | None = None
    """Container, encoding and sample rate of the audio."""
