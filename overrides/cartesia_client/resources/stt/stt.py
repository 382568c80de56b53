# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.stt.stt`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.resources.stt import AsyncSttResource as AsyncSTTResource
    from cartesia_api.resources.stt import AsyncSttResource as AsyncSttResource
    from cartesia_api.resources.stt import (
        AsyncSttResourceWithRawResponse as AsyncSTTResourceWithRawResponse,
    )
    from cartesia_api.resources.stt import (
        AsyncSttResourceWithRawResponse as AsyncSttResourceWithRawResponse,
    )
    from cartesia_api.resources.stt import (
        AsyncSttResourceWithStreamingResponse as AsyncSTTResourceWithStreamingResponse,
    )
    from cartesia_api.resources.stt import (
        AsyncSttResourceWithStreamingResponse as AsyncSttResourceWithStreamingResponse,
    )
    from cartesia_api.resources.stt import SttResource as STTResource
    from cartesia_api.resources.stt import SttResource as SttResource
    from cartesia_api.resources.stt import SttResourceWithRawResponse as STTResourceWithRawResponse
    from cartesia_api.resources.stt import SttResourceWithRawResponse as SttResourceWithRawResponse
    from cartesia_api.resources.stt import (
        SttResourceWithStreamingResponse as STTResourceWithStreamingResponse,
    )
    from cartesia_api.resources.stt import (
        SttResourceWithStreamingResponse as SttResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncSTTResource": ("cartesia_api.resources.stt", "AsyncSttResource"),
    "AsyncSTTResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncSTTResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncSttResource": ("cartesia_api.resources.stt", "AsyncSttResource"),
    "AsyncSttResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncSttResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "STTResource": ("cartesia_api.resources.stt", "SttResource"),
    "STTResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "STTResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "SttResource": ("cartesia_api.resources.stt", "SttResource"),
    "SttResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "SttResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncSTTResource",
    "AsyncSTTResourceWithRawResponse",
    "AsyncSTTResourceWithStreamingResponse",
    "AsyncSttResource",
    "AsyncSttResourceWithRawResponse",
    "AsyncSttResourceWithStreamingResponse",
    "STTResource",
    "STTResourceWithRawResponse",
    "STTResourceWithStreamingResponse",
    "SttResource",
    "SttResourceWithRawResponse",
    "SttResourceWithStreamingResponse",
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
