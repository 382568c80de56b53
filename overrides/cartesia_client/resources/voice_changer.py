# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.voice_changer`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.resources.voice_changer import (
        AsyncVoiceChangerResource as AsyncVoiceChangerResource,
    )
    from cartesia_api.resources.voice_changer import (
        AsyncVoiceChangerResourceWithRawResponse as AsyncVoiceChangerResourceWithRawResponse,
    )
    from cartesia_api.resources.voice_changer import (
        AsyncVoiceChangerResourceWithStreamingResponse as AsyncVoiceChangerResourceWithStreamingResponse,
    )
    from cartesia_api.resources.voice_changer import VoiceChangerResource as VoiceChangerResource
    from cartesia_api.resources.voice_changer import (
        VoiceChangerResourceWithRawResponse as VoiceChangerResourceWithRawResponse,
    )
    from cartesia_api.resources.voice_changer import (
        VoiceChangerResourceWithStreamingResponse as VoiceChangerResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncVoiceChangerResource": (
        "cartesia_api.resources.voice_changer",
        "AsyncVoiceChangerResource",
    ),
    "AsyncVoiceChangerResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncVoiceChangerResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "VoiceChangerResource": ("cartesia_api.resources.voice_changer", "VoiceChangerResource"),
    "VoiceChangerResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "VoiceChangerResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncVoiceChangerResource",
    "AsyncVoiceChangerResourceWithRawResponse",
    "AsyncVoiceChangerResourceWithStreamingResponse",
    "VoiceChangerResource",
    "VoiceChangerResourceWithRawResponse",
    "VoiceChangerResourceWithStreamingResponse",
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
