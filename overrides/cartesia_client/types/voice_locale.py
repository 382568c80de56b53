# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""VoiceLocale."""

from cartesia_api.models.voice_locale import VoiceLocale as VoiceLocale

__all__ = ["VoiceLocale"]
