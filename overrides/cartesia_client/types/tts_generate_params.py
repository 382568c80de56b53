# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""OutputFormatRawOutputFormat, OutputFormatWavOutputFormat, OutputFormatMP3OutputFormat, TTSGenerateParams, TtsGenerateParams, Voice, OutputFormat, GenerationConfig."""

from cartesia_api.method_types import TTSGenerateParams as TTSGenerateParams
from cartesia_api.method_types import TTSGenerateParams as TtsGenerateParams
from cartesia_api.method_types import TTSGenerateParamsGenerationConfig as GenerationConfig
from cartesia_api.method_types import TTSGenerateParamsOutputFormat as OutputFormat
from cartesia_api.method_types import TTSGenerateParamsVoice as Voice
from cartesia_api.params import MP3OutputFormatParam as OutputFormatMP3OutputFormat
from cartesia_api.params import RawOutputFormatParam as OutputFormatRawOutputFormat
from cartesia_api.params import WAVOutputFormatParam as OutputFormatWavOutputFormat

__all__ = [
    "OutputFormatRawOutputFormat",
    "OutputFormatWavOutputFormat",
    "OutputFormatMP3OutputFormat",
    "TTSGenerateParams",
    "TtsGenerateParams",
    "Voice",
    "OutputFormat",
    "GenerationConfig",
]
