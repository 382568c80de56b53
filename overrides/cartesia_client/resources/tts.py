"""Official names of the classes of `client.tts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import find

if TYPE_CHECKING:
    from cartesia_api.resources.tts import AsyncTtsResource as AsyncTTSResource
    from cartesia_api.resources.tts import TtsResource as TTSResource

    from ..sockets.tts import AsyncTTSWebsocket as AsyncTTSResourceConnection
    from ..sockets.tts import TTSWebsocket as TTSResourceConnection
    from ..sockets.tts_context import AsyncTTSContext as AsyncWebSocketContext
    from ..sockets.tts_context import TTSContext as WebSocketContext

    __all__ = [
        "AsyncTTSResource",
        "AsyncTTSResourceConnection",
        "AsyncWebSocketContext",
        "TTSResource",
        "TTSResourceConnection",
        "WebSocketContext",
    ]


def __getattr__(name: str) -> Any:
    return find(__name__, name)
