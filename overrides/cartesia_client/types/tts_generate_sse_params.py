# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSGenerateSSEParams, TTSGenerateSseParams, TtsGenerateSseParams, Voice, OutputFormat, GenerationConfig."""

from cartesia_api.method_types import TTSGenerateSSEParams as TTSGenerateSSEParams
from cartesia_api.method_types import TTSGenerateSSEParams as TTSGenerateSseParams
from cartesia_api.method_types import TTSGenerateSSEParams as TtsGenerateSseParams
from cartesia_api.method_types import TTSGenerateSSEParamsGenerationConfig as GenerationConfig
from cartesia_api.method_types import TTSGenerateSSEParamsOutputFormat as OutputFormat
from cartesia_api.method_types import TTSGenerateSSEParamsVoice as Voice

__all__ = [
    "TTSGenerateSSEParams",
    "TTSGenerateSseParams",
    "TtsGenerateSseParams",
    "Voice",
    "OutputFormat",
    "GenerationConfig",
]
