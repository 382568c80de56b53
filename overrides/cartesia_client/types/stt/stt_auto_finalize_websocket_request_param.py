# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeCloseCommand, STTAutoFinalizeConfigCommand, STTAutoFinalizeWebsocketRequestParam."""

from cartesia_api.method_types import (
    STTAutoFinalizeWebsocketRequestParam as STTAutoFinalizeWebsocketRequestParam,
)
from cartesia_api.models.stt_auto_finalize_close_command import (
    STTAutoFinalizeCloseCommand as STTAutoFinalizeCloseCommand,
)
from cartesia_api.models.stt_auto_finalize_config_command import (
    STTAutoFinalizeConfigCommand as STTAutoFinalizeConfigCommand,
)

__all__ = [
    "STTAutoFinalizeCloseCommand",
    "STTAutoFinalizeConfigCommand",
    "STTAutoFinalizeWebsocketRequestParam",
]
