# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.stt.manual_finalize`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_client import AsyncSTTWebsocket as AsyncManualFinalizeResourceConnection
    from cartesia_client import AsyncSTTWebsocket as AsyncManualFinalizeResourceConnectionManager
    from cartesia_client import STTWebsocket as ManualFinalizeResourceConnection
    from cartesia_client import STTWebsocket as ManualFinalizeResourceConnectionManager

    from cartesia_api.resources.stt_manual_finalize import (
        AsyncSttManualFinalizeResource as AsyncManualFinalizeResource,
    )
    from cartesia_api.resources.stt_manual_finalize import (
        SttManualFinalizeResource as ManualFinalizeResource,
    )

_PLACES = {
    "AsyncManualFinalizeResource": (
        "cartesia_api.resources.stt_manual_finalize",
        "AsyncSttManualFinalizeResource",
    ),
    "AsyncManualFinalizeResourceConnection": ("cartesia_client", "AsyncSTTWebsocket"),
    "AsyncManualFinalizeResourceConnectionManager": ("cartesia_client", "AsyncSTTWebsocket"),
    "ManualFinalizeResource": (
        "cartesia_api.resources.stt_manual_finalize",
        "SttManualFinalizeResource",
    ),
    "ManualFinalizeResourceConnection": ("cartesia_client", "STTWebsocket"),
    "ManualFinalizeResourceConnectionManager": ("cartesia_client", "STTWebsocket"),
}

__all__ = [
    "AsyncManualFinalizeResource",
    "AsyncManualFinalizeResourceConnection",
    "AsyncManualFinalizeResourceConnectionManager",
    "ManualFinalizeResource",
    "ManualFinalizeResourceConnection",
    "ManualFinalizeResourceConnectionManager",
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
