# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSGenerateSSEParamsVoice."""

from cartesia_api.method_types import TTSGenerateSSEParamsVoice as TTSGenerateSSEParamsVoice

__all__ = ["TTSGenerateSSEParamsVoice"]
