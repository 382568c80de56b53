# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""`shared` of the types of requests, responses and events, under the names of the official library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.events import PhonemeTimestamps as PhonemeTimestamps
    from cartesia_api.events import WordTimestamps as WordTimestamps

_PLACES = {
    "PhonemeTimestamps": ("cartesia_api.events", "PhonemeTimestamps"),
    "WordTimestamps": ("cartesia_api.events", "WordTimestamps"),
}

__all__ = ["PhonemeTimestamps", "WordTimestamps"]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _PLACES[name]
    value = getattr(import_module(module), own)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
