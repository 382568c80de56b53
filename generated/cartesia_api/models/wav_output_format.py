# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .raw_encoding import RawEncoding
from .sample_rate import SampleRate


class WAVOutputFormat(Model):
    """A WAV file."""

    encoding: RawEncoding
    """How one sample is written: 32-bit float or signed 16-bit integer, both little-endian, or 8-bit mu-law or A-law."""
    sample_rate: SampleRate
    """Samples per second, in Hz."""
    container: Literal["wav"] = "wav"
    """A WAV file. Default: 'wav'."""
