# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from ..types import File
from .output_format_container import OutputFormatContainer
from .raw_encoding import RawEncoding
from .sample_rate import SampleRate


class VoiceChangerRequest(Model):
    """A recording, the voice that is to say the same, and the format of the result."""

    _json_names = {
        "voiceid": "voice[id]",
        "output_formatcontainer": "output_format[container]",
        "output_formatsample_rate": "output_format[sample_rate]",
        "output_formatencoding": "output_format[encoding]",
        "output_formatbit_rate": "output_format[bit_rate]",
    }
    _nullable = frozenset(["output_formatencoding", "output_formatbit_rate"])
    clip: File | None = None
    """The recording, as an audio file."""
    voiceid: str | None = None
    """Id of the voice that speaks."""
    output_formatcontainer: OutputFormatContainer | None = None
    """Containers of audio."""
    output_formatsample_rate: SampleRate | None = None
    """Samples per second, in Hz."""
    output_formatencoding: RawEncoding | None = None
    """How one sample is written; for raw and wav."""
    output_formatbit_rate: int | None = None
    """Bits per second; for mp3."""
