# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.pronunciation_dicts`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.resources.pronunciation_dicts import (
        AsyncPronunciationDictsResource as AsyncPronunciationDictsResource,
    )
    from cartesia_api.resources.pronunciation_dicts import (
        AsyncPronunciationDictsResourceWithRawResponse as AsyncPronunciationDictsResourceWithRawResponse,
    )
    from cartesia_api.resources.pronunciation_dicts import (
        AsyncPronunciationDictsResourceWithStreamingResponse as AsyncPronunciationDictsResourceWithStreamingResponse,
    )
    from cartesia_api.resources.pronunciation_dicts import (
        PronunciationDictsResource as PronunciationDictsResource,
    )
    from cartesia_api.resources.pronunciation_dicts import (
        PronunciationDictsResourceWithRawResponse as PronunciationDictsResourceWithRawResponse,
    )
    from cartesia_api.resources.pronunciation_dicts import (
        PronunciationDictsResourceWithStreamingResponse as PronunciationDictsResourceWithStreamingResponse,
    )

_PLACES = {
    "AsyncPronunciationDictsResource": (
        "cartesia_api.resources.pronunciation_dicts",
        "AsyncPronunciationDictsResource",
    ),
    "AsyncPronunciationDictsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncPronunciationDictsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "PronunciationDictsResource": (
        "cartesia_api.resources.pronunciation_dicts",
        "PronunciationDictsResource",
    ),
    "PronunciationDictsResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "PronunciationDictsResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AsyncPronunciationDictsResource",
    "AsyncPronunciationDictsResourceWithRawResponse",
    "AsyncPronunciationDictsResourceWithStreamingResponse",
    "PronunciationDictsResource",
    "PronunciationDictsResourceWithRawResponse",
    "PronunciationDictsResourceWithStreamingResponse",
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
