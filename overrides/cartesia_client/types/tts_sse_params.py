# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSSEParams, TTSSseParams, TtsSseParams, Voice, OutputFormat, GenerationConfig."""

from cartesia_api.method_types import TTSGenerateSSEParams as TTSSSEParams
from cartesia_api.method_types import TTSGenerateSSEParams as TTSSseParams
from cartesia_api.method_types import TTSGenerateSSEParams as TtsSseParams
from cartesia_api.method_types import TTSGenerateSSEParamsGenerationConfig as GenerationConfig
from cartesia_api.method_types import TTSGenerateSSEParamsOutputFormat as OutputFormat
from cartesia_api.method_types import TTSGenerateSSEParamsVoice as Voice

__all__ = [
    "TTSSSEParams",
    "TTSSseParams",
    "TtsSseParams",
    "Voice",
    "OutputFormat",
    "GenerationConfig",
]
