# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeModel."""

from cartesia_api.models.stt_auto_finalize_model import STTAutoFinalizeModel as STTAutoFinalizeModel

__all__ = ["STTAutoFinalizeModel"]
