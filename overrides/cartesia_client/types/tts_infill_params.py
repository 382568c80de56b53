# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""OutputFormatRawOutputFormat, OutputFormatWavOutputFormat, OutputFormatMP3OutputFormat, TTSInfillParams, TtsInfillParams, OutputFormat."""

from cartesia_api.method_types import TTSInfillParams as TTSInfillParams
from cartesia_api.method_types import TTSInfillParams as TtsInfillParams
from cartesia_api.method_types import TTSInfillParamsOutputFormat as OutputFormat
from cartesia_api.params import MP3OutputFormatParam as OutputFormatMP3OutputFormat
from cartesia_api.params import RawOutputFormatParam as OutputFormatRawOutputFormat
from cartesia_api.params import WAVOutputFormatParam as OutputFormatWavOutputFormat

__all__ = [
    "OutputFormatRawOutputFormat",
    "OutputFormatWavOutputFormat",
    "OutputFormatMP3OutputFormat",
    "TTSInfillParams",
    "TtsInfillParams",
    "OutputFormat",
]
