# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSModel."""

from cartesia_api.models.tts_model import TTSModel as TTSModel

__all__ = ["TTSModel"]
