# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AttachVoiceAccent."""

from cartesia_api.models.attach_voice_accent import AttachVoiceAccent as AttachVoiceAccent

__all__ = ["AttachVoiceAccent"]
