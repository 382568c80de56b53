# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""UpdateVoiceRequest."""

from cartesia_api.models.update_voice_request import UpdateVoiceRequest as UpdateVoiceRequest

__all__ = ["UpdateVoiceRequest"]
