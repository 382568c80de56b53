# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSSocketPhonemeTimestamps."""

from cartesia_api.events import TTSSocketPhonemeTimestamps as TTSSocketPhonemeTimestamps

__all__ = ["TTSSocketPhonemeTimestamps"]
