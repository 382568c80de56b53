"""A client of the Cartesia voice API.

    from cartesia_client import Cartesia

Importing this package imports nothing else; each name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .audio.incomplete import IncompleteAudioError
    from .audio.result import Audio
    from .audio.stream import AsyncAudioStream, AudioStream
    from .client import AsyncCartesia, Cartesia
    from .errors import (
        APIConnectionError,
        APIError,
        APIResponseValidationError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        CartesiaError,
        ConfigurationError,
        ConflictError,
        InternalServerError,
        InvalidRequestError,
        NotFoundError,
        PaymentRequiredError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )
    from .http.event_stream import AsyncEventStream, EventStream
    from .http.pages import AsyncPage, AsyncPager, Page
    from .observer import SocketObserver
    from .sockets.stt import AsyncSTTWebsocket, STTWebsocket
    from .sockets.tts import AsyncTTSWebsocket, TTSWebsocket
    from .sockets.tts_context import AsyncTTSContext, TTSContext

    __version__: str

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncAudioStream",
    "AsyncCartesia",
    "AsyncEventStream",
    "AsyncPage",
    "AsyncPager",
    "AsyncSTTWebsocket",
    "AsyncTTSContext",
    "AsyncTTSWebsocket",
    "Audio",
    "AudioStream",
    "AuthenticationError",
    "BadRequestError",
    "Cartesia",
    "CartesiaError",
    "ConfigurationError",
    "ConflictError",
    "EventStream",
    "IncompleteAudioError",
    "InternalServerError",
    "InvalidRequestError",
    "NotFoundError",
    "Page",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "RateLimitError",
    "STTWebsocket",
    "SocketObserver",
    "TTSContext",
    "TTSWebsocket",
    "UnprocessableEntityError",
    "__version__",
]

_ELSEWHERE = {
    "AsyncAudioStream": "audio.stream",
    "AsyncCartesia": "client",
    "AsyncEventStream": "http.event_stream",
    "AsyncPage": "http.pages",
    "AsyncPager": "http.pages",
    "AsyncSTTWebsocket": "sockets.stt",
    "AsyncTTSContext": "sockets.tts_context",
    "AsyncTTSWebsocket": "sockets.tts",
    "Audio": "audio.result",
    "AudioStream": "audio.stream",
    "Cartesia": "client",
    "EventStream": "http.event_stream",
    "IncompleteAudioError": "audio.incomplete",
    "Page": "http.pages",
    "STTWebsocket": "sockets.stt",
    "SocketObserver": "observer",
    "TTSContext": "sockets.tts_context",
    "TTSWebsocket": "sockets.tts",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        value: Any = version("cartesia-client")
    elif name in __all__:
        value = getattr(import_module(f".{_ELSEWHERE.get(name, 'errors')}", __name__), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
