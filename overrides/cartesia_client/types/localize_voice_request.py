# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""LocalizeVoiceRequest."""

from cartesia_api.models.localize_voice_request import LocalizeVoiceRequest as LocalizeVoiceRequest

__all__ = ["LocalizeVoiceRequest"]
