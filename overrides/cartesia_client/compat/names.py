"""The names of types of version 2: each is the type of Cartesia-Version 2024-11-13, or what sockets yield here, or a dict."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Any

from .fields import Fields, Output

_MODELS, _PARAMS = "cartesia_api.v2024_11_13.models", "cartesia_api.v2024_11_13.params"
_EVENT = re.compile(r"\w+_(Chunk|Done|FlushDone|Timestamps|PhonemeTimestamps|Error|Transcript)")


def find(module: str, name: str) -> Any:
    """Return what a module of version 2 calls `name`. Raise AttributeError if it is no name of a type."""
    if name.startswith("_") or not name[0].isupper():
        raise AttributeError(f"module {module!r} has no attribute {name!r}")
    if name == "WebSocketTtsOutput":
        return Output
    if event := _EVENT.fullmatch(name):
        return _event(name, re.sub(r"(?<=[a-z])(?=[A-Z])", "_", event[1]).lower())
    if name.endswith("Params"):
        return _known(_PARAMS, _spelled(name.removesuffix("Params")) + "Param") or dict
    return _known(_MODELS, _spelled(name)) or dict


class _Kind(type):
    """The class of events of one type: `isinstance` looks at their type."""

    kind: str

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, Fields) and value.get("type") == cls.kind


@cache
def _event(name: str, kind: str) -> type:
    return _Kind(name, (Output,), {"kind": kind})


def _spelled(name: str) -> str:
    """Return today's spelling: `OutputFormat_Raw` is RawOutputFormat, `Mp3OutputFormat` MP3OutputFormat."""
    name = re.sub(r"^OutputFormat_(\w+)$", r"\1OutputFormat", name)
    for old, new in (("Tts", "TTS"), ("Stt", "STT"), ("Mp3", "MP3"), ("Wav", "WAV")):
        name = name.replace(old, new)
    return name


def _known(module: str, name: str) -> Any:
    return getattr(import_module(module), name, None)
