# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.tts`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_client import AsyncTTSContext as AsyncWebSocketContext
    from cartesia_client import AsyncTTSWebsocket as AsyncTTSResourceConnection
    from cartesia_client import AsyncTTSWebsocket as AsyncTTSResourceConnectionManager
    from cartesia_client import AsyncTTSWebsocket as AsyncTtsResourceConnection
    from cartesia_client import AsyncTTSWebsocket as AsyncTtsResourceConnectionManager
    from cartesia_client import TTSContext as WebSocketContext
    from cartesia_client import TTSWebsocket as TTSResourceConnection
    from cartesia_client import TTSWebsocket as TTSResourceConnectionManager
    from cartesia_client import TTSWebsocket as TtsResourceConnection
    from cartesia_client import TTSWebsocket as TtsResourceConnectionManager

    from cartesia_api.resources.tts import AsyncTtsResource as AsyncTTSResource
    from cartesia_api.resources.tts import AsyncTtsResource as AsyncTtsResource
    from cartesia_api.resources.tts import (
        AsyncTtsResourceWithRawResponse as AsyncTTSResourceWithRawResponse,
    )
    from cartesia_api.resources.tts import (
        AsyncTtsResourceWithRawResponse as AsyncTtsResourceWithRawResponse,
    )
    from cartesia_api.resources.tts import (
        AsyncTtsResourceWithStreamingResponse as AsyncTTSResourceWithStreamingResponse,
    )
    from cartesia_api.resources.tts import (
        AsyncTtsResourceWithStreamingResponse as AsyncTtsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.tts import TtsResource as TTSResource
    from cartesia_api.resources.tts import TtsResource as TtsResource
    from cartesia_api.resources.tts import TtsResourceWithRawResponse as TTSResourceWithRawResponse
    from cartesia_api.resources.tts import TtsResourceWithRawResponse as TtsResourceWithRawResponse
    from cartesia_api.resources.tts import (
        TtsResourceWithStreamingResponse as TTSResourceWithStreamingResponse,
    )
    from cartesia_api.resources.tts import (
        TtsResourceWithStreamingResponse as TtsResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncTTSResource": ("cartesia_api.resources.tts", "AsyncTtsResource"),
    "AsyncTTSResourceConnection": ("cartesia_client", "AsyncTTSWebsocket"),
    "AsyncTTSResourceConnectionManager": ("cartesia_client", "AsyncTTSWebsocket"),
    "AsyncTTSResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncTTSResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncTtsResource": ("cartesia_api.resources.tts", "AsyncTtsResource"),
    "AsyncTtsResourceConnection": ("cartesia_client", "AsyncTTSWebsocket"),
    "AsyncTtsResourceConnectionManager": ("cartesia_client", "AsyncTTSWebsocket"),
    "AsyncTtsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncTtsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncWebSocketContext": ("cartesia_client", "AsyncTTSContext"),
    "TTSResource": ("cartesia_api.resources.tts", "TtsResource"),
    "TTSResourceConnection": ("cartesia_client", "TTSWebsocket"),
    "TTSResourceConnectionManager": ("cartesia_client", "TTSWebsocket"),
    "TTSResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "TTSResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "TtsResource": ("cartesia_api.resources.tts", "TtsResource"),
    "TtsResourceConnection": ("cartesia_client", "TTSWebsocket"),
    "TtsResourceConnectionManager": ("cartesia_client", "TTSWebsocket"),
    "TtsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "TtsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "WebSocketContext": ("cartesia_client", "TTSContext"),
}

__all__ = [
    "AsyncTTSResource",
    "AsyncTTSResourceConnection",
    "AsyncTTSResourceConnectionManager",
    "AsyncTTSResourceWithRawResponse",
    "AsyncTTSResourceWithStreamingResponse",
    "AsyncTtsResource",
    "AsyncTtsResourceConnection",
    "AsyncTtsResourceConnectionManager",
    "AsyncTtsResourceWithRawResponse",
    "AsyncTtsResourceWithStreamingResponse",
    "AsyncWebSocketContext",
    "TTSResource",
    "TTSResourceConnection",
    "TTSResourceConnectionManager",
    "TTSResourceWithRawResponse",
    "TTSResourceWithStreamingResponse",
    "TtsResource",
    "TtsResourceConnection",
    "TtsResourceConnectionManager",
    "TtsResourceWithRawResponse",
    "TtsResourceWithStreamingResponse",
    "WebSocketContext",
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
