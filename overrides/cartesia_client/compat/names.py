"""The names of types of version 2, for annotations: each is the type of Cartesia-Version 2024-11-13, or a dict."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

_MODELS, _PARAMS = "cartesia_api.v2024_11_13.models", "cartesia_api.v2024_11_13.params"


def find(module: str, name: str) -> Any:
    """Return what a module of version 2 calls `name`. Raise AttributeError if it is no name of a type."""
    if name.startswith("_") or not name[0].isupper():
        raise AttributeError(f"module {module!r} has no attribute {name!r}")
    if name.endswith("Params"):
        return _known(_PARAMS, _spelled(name.removesuffix("Params")) + "Param") or dict[str, Any]
    return _known(_MODELS, _spelled(name)) or dict[str, Any]


def _spelled(name: str) -> str:
    """Return today's spelling: `OutputFormat_Raw` is RawOutputFormat, `Mp3OutputFormat` MP3OutputFormat."""
    name = re.sub(r"^OutputFormat_(\w+)$", r"\1OutputFormat", name)
    for old, new in (("Tts", "TTS"), ("Stt", "STT"), ("Mp3", "MP3"), ("Wav", "WAV")):
        name = name.replace(old, new)
    return name


def _known(module: str, name: str) -> Any:
    return getattr(import_module(module), name, None)
