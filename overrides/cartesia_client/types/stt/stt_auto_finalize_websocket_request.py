# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeCloseCommand, STTAutoFinalizeConfigCommand, STTAutoFinalizeConfigCommandTurn, STTAutoFinalizeWebsocketRequest."""

from cartesia_api.method_types import (
    STTAutoFinalizeWebsocketRequest as STTAutoFinalizeWebsocketRequest,
)
from cartesia_api.models.stt_auto_finalize_close_command import (
    STTAutoFinalizeCloseCommand as STTAutoFinalizeCloseCommand,
)
from cartesia_api.models.stt_auto_finalize_config_command import (
    STTAutoFinalizeConfigCommand as STTAutoFinalizeConfigCommand,
)
from cartesia_api.models.stt_auto_finalize_config_command_turn import (
    STTAutoFinalizeConfigCommandTurn as STTAutoFinalizeConfigCommandTurn,
)

__all__ = [
    "STTAutoFinalizeCloseCommand",
    "STTAutoFinalizeConfigCommand",
    "STTAutoFinalizeConfigCommandTurn",
    "STTAutoFinalizeWebsocketRequest",
]
