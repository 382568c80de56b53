# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""CloneVoiceRequest."""

from cartesia_api.models.clone_voice_request import CloneVoiceRequest as CloneVoiceRequest

__all__ = ["CloneVoiceRequest"]
