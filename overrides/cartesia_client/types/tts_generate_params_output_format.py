# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSGenerateParamsOutputFormat."""

from cartesia_api.method_types import TTSGenerateParamsOutputFormat as TTSGenerateParamsOutputFormat

__all__ = ["TTSGenerateParamsOutputFormat"]
