"""Speech as a result: texts of any length as one file, with the times of words, subtitles, and many texts at once.

It stands on the public methods of the client, whose `speak` and `speak_many` are its doors, and knows nothing of the wire.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .many import Spoken
    from .options import Progress, SpeakOptions
    from .speech import Piece, Speech
    from .stream import AsyncSpeechStream, SpeechStream
    from .words import Word

_MODULES = {
    "AsyncSpeechStream": ".stream",
    "Piece": ".speech",
    "Progress": ".options",
    "SpeakOptions": ".options",
    "Speech": ".speech",
    "SpeechStream": ".stream",
    "Spoken": ".many",
    "Word": ".words",
}
__all__ = ["AsyncSpeechStream", "Piece", "Progress", "SpeakOptions", "Speech", "SpeechStream", "Spoken", "Word"]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES[name], __name__), name)
