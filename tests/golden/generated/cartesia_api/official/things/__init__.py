# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""`things` of the types of requests, responses and events, under the names of the official library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.method_types import SoundMakeParams as SoundMakeParams
    from cartesia_api.method_types import SoundMakeParams as SoundPlayParams

_PLACES = {
    "SoundMakeParams": ("cartesia_api.method_types", "SoundMakeParams"),
    "SoundPlayParams": ("cartesia_api.method_types", "SoundMakeParams"),
}

__all__ = ["SoundMakeParams", "SoundPlayParams"]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _PLACES[name]
    value = getattr(import_module(module), own)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
