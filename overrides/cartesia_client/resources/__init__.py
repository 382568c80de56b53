"""The classes of resources and sockets under the official library's names, for annotations: `cartesia_client.resources.tts`."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from typing import Any

_SOCKETS = re.compile(
    r"(Async)?(?:(WebSocketContext)|(TTS)ResourceConnection(?:Manager)?|\w+ResourceConnection(?:Manager)?)"
)


def find(module: str, name: str) -> Any:
    """Return what a module of the official library calls `name`. Raise AttributeError if it is no such class."""
    if found := _SOCKETS.fullmatch(name):
        kind = "TTSContext" if found[2] else "TTSWebsocket" if found[3] else "STTWebsocket"
        return getattr(import_module("cartesia_client"), f"{found[1] or ''}{kind}")
    if name.endswith("Resource"):
        package = import_module("cartesia_api.resources")
        for each in pkgutil.iter_modules(package.__path__):
            classes = vars(import_module(f"{package.__name__}.{each.name}"))
            # `TTSResource` there, `TtsResource` here.
            if twin := next((own for own in classes if own.lower() == name.lower()), None):
                return classes[twin]
    raise AttributeError(f"module {module!r} has no attribute {name!r}")


def __getattr__(name: str) -> Any:
    return find(__name__, name)
