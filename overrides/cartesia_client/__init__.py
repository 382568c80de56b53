"""A client of the Cartesia voice API.

    from cartesia_client import Cartesia

Importing this package imports nothing else; each name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .audio import Audio
    from .client import AsyncCartesia, Cartesia
    from .contexts import AsyncTTSContext, TTSContext
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
        IncompleteAudioError,
        InternalServerError,
        InvalidRequestError,
        NotFoundError,
        PaymentRequiredError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )
    from .events import AsyncEventStream, EventStream
    from .listen import AsyncSTTWebsocket, STTWebsocket
    from .pages import AsyncPage, AsyncPager, Page
    from .speech import AsyncTTSWebsocket, TTSWebsocket
    from .streams import AsyncAudioStream, AudioStream

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
    "TTSContext",
    "TTSWebsocket",
    "UnprocessableEntityError",
    "__version__",
]

_ELSEWHERE = {
    "AsyncAudioStream": "streams",
    "AsyncCartesia": "client",
    "AsyncEventStream": "events",
    "AsyncPage": "pages",
    "AsyncPager": "pages",
    "AsyncSTTWebsocket": "listen",
    "AsyncTTSContext": "contexts",
    "AsyncTTSWebsocket": "speech",
    "Audio": "audio",
    "AudioStream": "streams",
    "Cartesia": "client",
    "EventStream": "events",
    "Page": "pages",
    "STTWebsocket": "listen",
    "TTSContext": "contexts",
    "TTSWebsocket": "speech",
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
