# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSInfillParamsOutputFormat."""

from cartesia_api.method_types import TTSInfillParamsOutputFormat as TTSInfillParamsOutputFormat

__all__ = ["TTSInfillParamsOutputFormat"]
