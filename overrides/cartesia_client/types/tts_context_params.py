# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSContextParams."""

from cartesia_api.method_types import TTSContextParams as TTSContextParams

__all__ = ["TTSContextParams"]
