# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""`stt` of the types of requests, responses and events, under the names of the official library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.events import STTAutoFinalizeConnected as STTAutoFinalizeConnected
    from cartesia_api.events import STTAutoFinalizeEvent as STTAutoFinalizeWebsocketResponse
    from cartesia_api.events import STTAutoFinalizeTurnEagerEnd as STTAutoFinalizeTurnEagerEnd
    from cartesia_api.events import STTAutoFinalizeTurnEnd as STTAutoFinalizeTurnEnd
    from cartesia_api.events import STTAutoFinalizeTurnResume as STTAutoFinalizeTurnResume
    from cartesia_api.events import STTAutoFinalizeTurnStart as STTAutoFinalizeTurnStart
    from cartesia_api.events import STTAutoFinalizeTurnUpdate as STTAutoFinalizeTurnUpdate
    from cartesia_api.events import STTManualFinalizeDone as STTManualFinalizeDoneResponse
    from cartesia_api.events import STTManualFinalizeEvent as STTManualFinalizeWebsocketResponse
    from cartesia_api.events import STTManualFinalizeFlushDone as STTManualFinalizeFlushDoneResponse
    from cartesia_api.events import (
        STTManualFinalizeTranscript as STTManualFinalizeTranscriptResponse,
    )
    from cartesia_api.method_types import AutoFinalizeWebsocketParams as AutoFinalizeWebsocketParams
    from cartesia_api.method_types import (
        ManualFinalizeWebsocketParams as ManualFinalizeWebsocketParams,
    )
    from cartesia_api.method_types import (
        STTAutoFinalizeWebsocketRequest as STTAutoFinalizeWebsocketRequest,
    )
    from cartesia_api.method_types import (
        STTAutoFinalizeWebsocketRequestParam as STTAutoFinalizeWebsocketRequestParam,
    )
    from cartesia_api.method_types import (
        STTManualFinalizeWebsocketRequest as STTManualFinalizeWebsocketRequest,
    )
    from cartesia_api.models.stt_auto_finalize_model import (
        STTAutoFinalizeModel as STTAutoFinalizeModel,
    )
    from cartesia_api.models.stt_manual_finalize_model import (
        STTManualFinalizeModel as STTManualFinalizeModel,
    )

_PLACES = {
    "AutoFinalizeWebsocketParams": ("cartesia_api.method_types", "AutoFinalizeWebsocketParams"),
    "ManualFinalizeWebsocketParams": ("cartesia_api.method_types", "ManualFinalizeWebsocketParams"),
    "STTAutoFinalizeConnected": ("cartesia_api.events", "STTAutoFinalizeConnected"),
    "STTAutoFinalizeModel": ("cartesia_api.models.stt_auto_finalize_model", "STTAutoFinalizeModel"),
    "STTAutoFinalizeTurnEagerEnd": ("cartesia_api.events", "STTAutoFinalizeTurnEagerEnd"),
    "STTAutoFinalizeTurnEnd": ("cartesia_api.events", "STTAutoFinalizeTurnEnd"),
    "STTAutoFinalizeTurnResume": ("cartesia_api.events", "STTAutoFinalizeTurnResume"),
    "STTAutoFinalizeTurnStart": ("cartesia_api.events", "STTAutoFinalizeTurnStart"),
    "STTAutoFinalizeTurnUpdate": ("cartesia_api.events", "STTAutoFinalizeTurnUpdate"),
    "STTAutoFinalizeWebsocketRequest": (
        "cartesia_api.method_types",
        "STTAutoFinalizeWebsocketRequest",
    ),
    "STTAutoFinalizeWebsocketRequestParam": (
        "cartesia_api.method_types",
        "STTAutoFinalizeWebsocketRequestParam",
    ),
    "STTAutoFinalizeWebsocketResponse": ("cartesia_api.events", "STTAutoFinalizeEvent"),
    "STTManualFinalizeDoneResponse": ("cartesia_api.events", "STTManualFinalizeDone"),
    "STTManualFinalizeFlushDoneResponse": ("cartesia_api.events", "STTManualFinalizeFlushDone"),
    "STTManualFinalizeModel": (
        "cartesia_api.models.stt_manual_finalize_model",
        "STTManualFinalizeModel",
    ),
    "STTManualFinalizeTranscriptResponse": ("cartesia_api.events", "STTManualFinalizeTranscript"),
    "STTManualFinalizeWebsocketRequest": (
        "cartesia_api.method_types",
        "STTManualFinalizeWebsocketRequest",
    ),
    "STTManualFinalizeWebsocketResponse": ("cartesia_api.events", "STTManualFinalizeEvent"),
}

__all__ = [
    "AutoFinalizeWebsocketParams",
    "ManualFinalizeWebsocketParams",
    "STTAutoFinalizeConnected",
    "STTAutoFinalizeModel",
    "STTAutoFinalizeTurnEagerEnd",
    "STTAutoFinalizeTurnEnd",
    "STTAutoFinalizeTurnResume",
    "STTAutoFinalizeTurnStart",
    "STTAutoFinalizeTurnUpdate",
    "STTAutoFinalizeWebsocketRequest",
    "STTAutoFinalizeWebsocketRequestParam",
    "STTAutoFinalizeWebsocketResponse",
    "STTManualFinalizeDoneResponse",
    "STTManualFinalizeFlushDoneResponse",
    "STTManualFinalizeModel",
    "STTManualFinalizeTranscriptResponse",
    "STTManualFinalizeWebsocketRequest",
    "STTManualFinalizeWebsocketResponse",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _PLACES[name]
    value = getattr(import_module(module), own)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
