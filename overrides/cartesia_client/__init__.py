"""The client of the Cartesia voice API.

    from cartesia_client import Cartesia

Importing this package imports nothing else. Each name is loaded on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import cartesia_api.official_names as official_names
    from cartesia_api.official_names import *  # noqa: F403  # those that the official library has at its top
    from cartesia_api.pages import AsyncPage, AsyncPager, Page
    from cartesia_io.audio.unsaved import NotSavedError
    from cartesia_io.sockets.observer import SocketObserver

    from . import formats as formats
    from . import types as types
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
    from .narration import Speech, Word
    from .sockets.agents import AgentStream, AsyncAgentStream
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
    "AgentStream",
    "AsyncAgentStream",
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
    "NotSavedError",
    "Page",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "RateLimitError",
    "STTWebsocket",
    "SocketObserver",
    "Speech",
    "TTSContext",
    "TTSWebsocket",
    "UnprocessableEntityError",
    "Word",
    "__version__",
]
if TYPE_CHECKING:
    __all__ += official_names.__all__  # type: ignore[has-type, unused-ignore]  # a list; which module is read first decides

# Where the names are that are not in `errors`.
_MODULES = {
    "cartesia_api.pages": ("AsyncPage", "AsyncPager", "Page"),
    "cartesia_io.audio.unsaved": ("NotSavedError",),
    "cartesia_io.sockets.observer": ("SocketObserver",),
    ".audio.incomplete": ("IncompleteAudioError",),
    ".audio.result": ("Audio",),
    ".audio.stream": ("AsyncAudioStream", "AudioStream"),
    ".client": ("AsyncCartesia", "Cartesia"),
    ".installed": ("__version__",),
    ".http.event_stream": ("AsyncEventStream", "EventStream"),
    ".sockets.agents": ("AgentStream", "AsyncAgentStream"),
    ".narration": ("Speech", "Word"),
    ".sockets.stt": ("AsyncSTTWebsocket", "STTWebsocket"),
    ".sockets.tts": ("AsyncTTSWebsocket", "TTSWebsocket"),
    ".sockets.tts_context": ("AsyncTTSContext", "TTSContext"),
}


def _official(name: str) -> Any:
    """Return a name at the top of the official library."""
    if name in ("types", "resources", "formats"):
        return import_module(f".{name}", __name__)
    try:
        return getattr(import_module("cartesia_api.official_names"), name)
    except AttributeError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None


def __getattr__(name: str) -> Any:
    if name in __all__:
        module = next((module for module, names in _MODULES.items() if name in names), ".errors")
        value: Any = getattr(import_module(module, __name__), name)
    elif name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    else:
        value = _official(name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, *import_module("cartesia_api.official_names").__all__, "types", "formats"])
