# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.output_format_container import OutputFormatContainer
from ...models.raw_encoding import RawEncoding
from ...models.sample_rate import SampleRate
from ...types import File


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
    clip: File
    voiceid: str
    output_formatcontainer: OutputFormatContainer
    output_formatsample_rate: SampleRate
    output_formatencoding: RawEncoding | None = None
    output_formatbit_rate: int | None = None
