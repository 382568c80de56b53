# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.stt.auto_finalize`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_client import AsyncSTTWebsocket as AsyncAutoFinalizeResourceConnection
    from cartesia_client import AsyncSTTWebsocket as AsyncAutoFinalizeResourceConnectionManager
    from cartesia_client import STTWebsocket as AutoFinalizeResourceConnection
    from cartesia_client import STTWebsocket as AutoFinalizeResourceConnectionManager

    from cartesia_api.resources.stt_auto_finalize import (
        AsyncSttAutoFinalizeResource as AsyncAutoFinalizeResource,
    )
    from cartesia_api.resources.stt_auto_finalize import (
        SttAutoFinalizeResource as AutoFinalizeResource,
    )

_PLACES = {
    "AsyncAutoFinalizeResource": (
        "cartesia_api.resources.stt_auto_finalize",
        "AsyncSttAutoFinalizeResource",
    ),
    "AsyncAutoFinalizeResourceConnection": ("cartesia_client", "AsyncSTTWebsocket"),
    "AsyncAutoFinalizeResourceConnectionManager": ("cartesia_client", "AsyncSTTWebsocket"),
    "AutoFinalizeResource": ("cartesia_api.resources.stt_auto_finalize", "SttAutoFinalizeResource"),
    "AutoFinalizeResourceConnection": ("cartesia_client", "STTWebsocket"),
    "AutoFinalizeResourceConnectionManager": ("cartesia_client", "STTWebsocket"),
}

__all__ = [
    "AsyncAutoFinalizeResource",
    "AsyncAutoFinalizeResourceConnection",
    "AsyncAutoFinalizeResourceConnectionManager",
    "AutoFinalizeResource",
    "AutoFinalizeResourceConnection",
    "AutoFinalizeResourceConnectionManager",
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
