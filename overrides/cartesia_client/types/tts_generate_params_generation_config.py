# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSGenerateParamsGenerationConfig."""

from cartesia_api.method_types import (
    TTSGenerateParamsGenerationConfig as TTSGenerateParamsGenerationConfig,
)

__all__ = ["TTSGenerateParamsGenerationConfig"]
