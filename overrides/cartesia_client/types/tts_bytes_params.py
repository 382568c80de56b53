# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSBytesParams, TtsBytesParams, Voice, OutputFormat, GenerationConfig."""

from cartesia_api.method_types import TTSGenerateParams as TTSBytesParams
from cartesia_api.method_types import TTSGenerateParams as TtsBytesParams
from cartesia_api.method_types import TTSGenerateParamsGenerationConfig as GenerationConfig
from cartesia_api.method_types import TTSGenerateParamsOutputFormat as OutputFormat
from cartesia_api.method_types import TTSGenerateParamsVoice as Voice

__all__ = ["TTSBytesParams", "TtsBytesParams", "Voice", "OutputFormat", "GenerationConfig"]
