# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSGenerateParamsVoice."""

from cartesia_api.method_types import TTSGenerateParamsVoice as TTSGenerateParamsVoice

__all__ = ["TTSGenerateParamsVoice"]
