# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSGenerateSSEParamsOutputFormat."""

from cartesia_api.method_types import (
    TTSGenerateSSEParamsOutputFormat as TTSGenerateSSEParamsOutputFormat,
)

__all__ = ["TTSGenerateSSEParamsOutputFormat"]
