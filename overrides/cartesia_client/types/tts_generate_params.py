# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSGenerateParams, TtsGenerateParams, Voice, OutputFormat, GenerationConfig."""

from cartesia_api.method_types import TTSGenerateParams as TTSGenerateParams
from cartesia_api.method_types import TTSGenerateParams as TtsGenerateParams
from cartesia_api.method_types import TTSGenerateParamsGenerationConfig as GenerationConfig
from cartesia_api.method_types import TTSGenerateParamsOutputFormat as OutputFormat
from cartesia_api.method_types import TTSGenerateParamsVoice as Voice

__all__ = ["TTSGenerateParams", "TtsGenerateParams", "Voice", "OutputFormat", "GenerationConfig"]
