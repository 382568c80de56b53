# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TTSRequestVoiceObjectParam."""

from cartesia_api.params import TTSRequestVoiceObjectParam as TTSRequestVoiceObjectParam

__all__ = ["TTSRequestVoiceObjectParam"]
