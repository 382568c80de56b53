# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .mp3_bit_rate import MP3BitRate
from .sample_rate import SampleRate


class MP3OutputFormat(Model):
    """An MP3 file."""

    sample_rate: SampleRate
    """Samples per second, in Hz."""
    bit_rate: MP3BitRate
    """Bits per second of an MP3 file."""
    container: Literal["mp3"] = "mp3"
    """An MP3 file. Default: 'mp3'."""
