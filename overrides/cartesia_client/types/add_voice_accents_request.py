# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""AddVoiceAccentsRequest."""

from cartesia_api.models.add_voice_accents_request import (
    AddVoiceAccentsRequest as AddVoiceAccentsRequest,
)

__all__ = ["AddVoiceAccentsRequest"]
