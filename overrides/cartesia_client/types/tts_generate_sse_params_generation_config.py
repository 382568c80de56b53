# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSGenerateSSEParamsGenerationConfig."""

from cartesia_api.method_types import (
    TTSGenerateSSEParamsGenerationConfig as TTSGenerateSSEParamsGenerationConfig,
)

__all__ = ["TTSGenerateSSEParamsGenerationConfig"]
