# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Official names of the classes of `client.access_token`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.resources.access_token import AccessTokenResource as AccessTokenResource
    from cartesia_api.resources.access_token import (
        AccessTokenResourceWithRawResponse as AccessTokenResourceWithRawResponse,
    )
    from cartesia_api.resources.access_token import (
        AccessTokenResourceWithStreamingResponse as AccessTokenResourceWithStreamingResponse,
    )
    from cartesia_api.resources.access_token import (
        AsyncAccessTokenResource as AsyncAccessTokenResource,
    )
    from cartesia_api.resources.access_token import (
        AsyncAccessTokenResourceWithRawResponse as AsyncAccessTokenResourceWithRawResponse,
    )
    from cartesia_api.resources.access_token import (
        AsyncAccessTokenResourceWithStreamingResponse as AsyncAccessTokenResourceWithStreamingResponse,
    )

_PLACES = {
    "AccessTokenResource": ("cartesia_api.resources.access_token", "AccessTokenResource"),
    "AccessTokenResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AccessTokenResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAccessTokenResource": ("cartesia_api.resources.access_token", "AsyncAccessTokenResource"),
    "AsyncAccessTokenResourceWithRawResponse": ("cartesia_api.raw", "Prefixed"),
    "AsyncAccessTokenResourceWithStreamingResponse": ("cartesia_api.raw", "Prefixed"),
}

__all__ = [
    "AccessTokenResource",
    "AccessTokenResourceWithRawResponse",
    "AccessTokenResourceWithStreamingResponse",
    "AsyncAccessTokenResource",
    "AsyncAccessTokenResourceWithRawResponse",
    "AsyncAccessTokenResourceWithStreamingResponse",
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
